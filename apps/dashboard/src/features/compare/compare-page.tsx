import { queryCandidates, querySideBySide } from "@mingchuang/warehouse/queries/compare";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useHonours } from "../../lib/honours.ts";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { mostBeside as most } from "../../lib/side-by-side.ts";
import { useRows } from "../../lib/use-rows.ts";
import { messages as shell } from "../../ui/messages.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { WithheldResults } from "../../ui/withheld-results.tsx";
import { Beside } from "./beside.tsx";
import { Chooser } from "./chooser.tsx";
import { messages } from "./messages.ts";
import { type CompareSearch, distinct } from "./search.ts";
import "../../ui/subject/subject.css";
import "./compare.css";

const route = getRouteApi("/compare");

/** 并排比较: where two to six applicants part ways. */
export function ComparePage() {
  const text = useText(messages);
  const shellText = useText(shell);
  const { year, honour, scheme } = useScope();
  const { nameOf } = useHonours();
  const { id, different } = route.useSearch();
  const navigate = route.useNavigate();
  const ids = distinct(id);
  const isTooMany = ids.length > most;
  const candidates = useRows(queryCandidates, { year, honour, withinTier: scheme.isRankedByTier(honour) });
  const subjects = useRows(querySideBySide, { year, honour, subjectIds: isTooMany ? [] : ids });
  const set = (change: Partial<CompareSearch>) => void navigate({ search: (former) => ({ ...former, ...change }), resetScroll: false });
  return (
    <Page
      title={text("title")}
      question={text("question", { honour: nameOf(honour) })}
      trail={[
        <Link key="ranking" to="/ranking" search={({ year: chosen, honour, lang, theme }) => ({ year: chosen, honour, lang, theme })}>
          {shellText("ranking")}
        </Link>,
      ]}
    >
      <Loaded result={candidates}>
        {(known) =>
          known.length === 0 ? (
            <Empty>{text("noCandidates", { year, honour: nameOf(honour) })}</Empty>
          ) : (
            <>
              <WithheldResults />
              <Loaded result={subjects}>
                {(all) => (
                  <>
                    <Chooser ids={ids} subjects={all} candidates={known} onChange={(next) => set({ id: [...next] })} />
                    {isTooMany ? (
                      <p className="partial" role="alert">
                        {text("tooMany", { most, count: ids.length, over: ids.length - most })}
                      </p>
                    ) : (
                      <Beside
                        subjects={all.filter(({ subjectId }) => ids.includes(subjectId))}
                        candidates={known}
                        different={different}
                        onDifferent={(only) => set({ different: only })}
                      />
                    )}
                  </>
                )}
              </Loaded>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
