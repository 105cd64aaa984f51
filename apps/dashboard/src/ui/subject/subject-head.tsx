import { formatPoints, points } from "@mingchuang/rubric/points";
import { rankSentence } from "@mingchuang/rubric/sentence";
import { queryRanking } from "@mingchuang/warehouse/queries/ranking";
import type { SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import { formatPointsChange } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { FigureStat } from "../figure-stat.tsx";
import { messages } from "./messages.ts";
import { useSchemeNames } from "./scheme-names.ts";
import { tiedAtCut } from "./tied-at-cut.ts";

/** State, rank and total of an application, with the change on last year and how the rank came about. */
export function SubjectHead({ result }: { readonly result: SubjectResultRow }) {
  const text = useText(messages);
  const language = useLanguage();
  const { year, honour: title } = useScope();
  const { honour } = useSchemeNames();
  const ranking = useRows(queryRanking, { year, honour: title });
  const decidedBy = result.tied ? "none" : (result.tie_broken_by as Parameters<typeof rankSentence>[1]["decidedBy"]);
  const cuts = tiedAtCut(result, ranking.data ?? [], honour?.stages ?? []);
  const rankChange = result.rank !== null && result.previous_rank !== null ? result.previous_rank - result.rank : null;
  const totalChange = result.previous_total_c === null ? null : result.total_c - result.previous_total_c;
  return (
    <div className="subject-head">
      <dl className="stats">
        <FigureStat
          label={text("rank")}
          value={result.rank === null ? "–" : String(result.rank)}
          change={
            rankChange === null
              ? null
              : rankChange === 0
                ? ""
                : rankChange > 0
                  ? text("up", { count: rankChange })
                  : text("down", { count: -rankChange })
          }
          better={rankChange === null || rankChange === 0 ? null : rankChange > 0}
        />
        <FigureStat
          label={text("total")}
          value={formatPoints(points(result.total_num, result.total_den))}
          change={totalChange === null ? null : totalChange === 0 ? "" : formatPointsChange(totalChange)}
          better={totalChange === null || totalChange === 0 ? null : totalChange > 0}
        />
        <FigureStat label={text("base")} value={formatPoints(points(result.base_c))} change={null} />
        <FigureStat label={text("bonus")} value={formatPoints(points(result.bonus_c))} change={null} />
        <FigureStat label={text("self")} value={result.self_c === null ? "–" : formatPoints(points(result.self_c))} change={null} />
      </dl>
      <p className="standing">
        <span className={`badge ${result.state}`}>{text(result.state)}</span>{" "}
        {honour ? rankSentence(honour, { rank: result.rank, decidedBy, tiedAtCut: cuts })[language] : null}
      </p>
    </div>
  );
}
