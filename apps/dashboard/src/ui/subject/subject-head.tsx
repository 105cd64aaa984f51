import { rankSentence } from "@mingchuang/rubric/sentence";
import { queryRanking } from "@mingchuang/warehouse/queries/ranking";
import type { SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import { formatPoints, formatPointsChange } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { FigureStat } from "../figure-stat.tsx";
import { messages } from "./messages.ts";
import { useSchemeNames } from "./scheme-names.ts";
import { tiedAtCut } from "./tied-at-cut.ts";

interface SubjectHeadProps {
  readonly result: SubjectResultRow;
  /** The application of the year before, if there was one. */
  readonly previous: SubjectResultRow | undefined;
}

/** State, rank and total of an application, with the change on last year and how the rank came about. */
export function SubjectHead({ result, previous }: SubjectHeadProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { year, honour: title } = useScope();
  const { honour } = useSchemeNames();
  const ranking = useRows(queryRanking, { year, honour: title });
  const decidedBy = result.tied ? "none" : (result.tie_broken_by as Parameters<typeof rankSentence>[1]["decidedBy"]);
  const cuts = tiedAtCut(result, ranking.data ?? [], honour?.stages ?? []);
  const gained = result.rank !== null && result.previous_rank !== null ? result.previous_rank - result.rank : null;
  const moved = (now: number | null, before: number | null | undefined) =>
    now === null || before === null || before === undefined ? null : now - before;
  const points = [
    { id: "total", now: result.total_c, change: moved(result.total_c, result.previous_total_c) },
    { id: "base", now: result.base_c, change: moved(result.base_c, previous?.base_c) },
    { id: "bonus", now: result.bonus_c, change: moved(result.bonus_c, previous?.bonus_c) },
    { id: "self", now: result.self_c, change: moved(result.self_c, previous?.self_c) },
  ] as const;
  const isFirst = gained === null && points.every(({ change }) => change === null);
  const told = (change: string | null) => (isFirst ? {} : { change });
  return (
    <div className="subject-head">
      <dl className="stats">
        <FigureStat
          label={text("rank")}
          value={result.rank === null ? "–" : String(result.rank)}
          {...told(gained === null ? null : gained === 0 ? "" : text(gained > 0 ? "up" : "down", { count: Math.abs(gained) }))}
          better={gained === null || gained === 0 ? null : gained > 0}
        />
        {points.map(({ id, now, change }) => (
          <FigureStat
            key={id}
            label={text("inPoints", { what: text(id) })}
            value={formatPoints(now)}
            {...told(change === 0 ? "" : change === null ? null : formatPointsChange(change))}
            better={change === null || change === 0 || id === "self" ? null : change > 0}
          />
        ))}
      </dl>
      <p className="standing">
        <span className={`badge ${result.state}`}>{text(result.state)}</span>{" "}
        {joinSentences([
          honour ? rankSentence(honour, { rank: result.rank, decidedBy, tiedAtCut: cuts })[language] : "",
          isFirst ? text("noFormer") : "",
        ])}
      </p>
    </div>
  );
}
