import { queryVetoes } from "@mingchuang/warehouse/queries/vetoes";
import { useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";
import { Vetoes } from "./vetoes.tsx";

/** 一票否决: who is out, who is near, and the records behind each. */
export function VetoesPage() {
  const text = useText(messages);
  const { year, honour } = useScope();
  const withheld = useReach("eval_veto", "state") === "withheld";
  const result = useRows(queryVetoes, { year, honour });
  if (withheld) {
    return (
      <Page title={text("title")} question={text("question")}>
        <Empty>{text("withheld")}</Empty>
      </Page>
    );
  }
  return (
    <Page title={text("title")} question={text("question")}>
      <Loaded result={result}>{(rows) => (rows.length > 0 ? <Vetoes rows={rows} /> : <Empty>{text("noneAtAll")}</Empty>)}</Loaded>
    </Page>
  );
}
