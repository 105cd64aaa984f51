import { queryPolicyChoices, queryStages, queryVerdicts } from "@mingchuang/warehouse/queries/selection";
import { useText } from "../../lib/i18n.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Loading } from "../../ui/states.tsx";
import { messages } from "./messages.ts";
import { Selection } from "./selection.tsx";
import { useSelectionScope } from "./use-selection-scope.ts";
import "../../ui/subject/subject.css";
import "./selection.css";

/** 评选: nominations, shortlist, final list; why each is in or out. */
export function SelectionPage() {
  const text = useText(messages);
  const scope = useSelectionScope();
  const { year, honour, scheme, name } = scope;
  const stages = useRows(queryStages, { year, honour });
  const verdicts = useRows(queryVerdicts, { year, honour });
  const choices = useRows(queryPolicyChoices, { schemeId: scheme.schemeId, honour });
  const stale = stages.isPlaceholderData || verdicts.isPlaceholderData || choices.isPlaceholderData;
  return (
    <Page title={text("title")} question={text("question")}>
      <Loaded result={stages}>
        {(steps) => (
          <Loaded result={verdicts}>
            {(rows) => (
              <Loaded result={choices}>
                {(policies) =>
                  stale ? (
                    <Loading />
                  ) : steps.length === 0 ? (
                    <Empty>{text("nothing", { year, honour: name(honour) })}</Empty>
                  ) : (
                    <Selection scope={scope} steps={steps} rows={rows} policies={policies} />
                  )
                }
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
