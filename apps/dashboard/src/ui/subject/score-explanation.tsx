import { comparePoints, formatPoints, points } from "@mingchuang/rubric/points";
import {
  querySubjectItems,
  querySubjectLines,
  querySubjectSheets,
  type SubjectItemRow,
  type SubjectLineRow,
  type SubjectResultRow,
  type SubjectSheetRow,
} from "@mingchuang/warehouse/queries/subject";
import { useMemo } from "react";
import { useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Section } from "../page.tsx";
import { SourceLink } from "../source/source-link.tsx";
import { Loaded } from "../states.tsx";
import { BonusArithmetic } from "./bonus-arithmetic.tsx";
import { GraderMatrix } from "./grader-matrix.tsx";
import { messages } from "./messages.ts";
import { ScoreLines } from "./score-lines.tsx";
import { accountOf, type ScoreAccount } from "./score-steps.ts";
import { ScoreWaterfall } from "./score-waterfall.tsx";
import { SelfAssessed } from "./self-assessed.tsx";

/** What of the explanation is singled out, and how to change that. */
export interface SinglingOut {
  readonly item: string | undefined;
  readonly grader: string | undefined;
  readonly onChange: (change: { item?: string | undefined; grader?: string | undefined }) => void;
}

/** Why this score: the way from full points to the total, every line of it, grader beside grader, self beside assessed, the bonus. */
export function ScoreExplanation({ result, single }: { readonly result: SubjectResultRow; readonly single: SinglingOut }) {
  const applicationId = result.application_id;
  const lines = useRows(querySubjectLines, { applicationId });
  const items = useRows(querySubjectItems, { applicationId });
  const sheets = useRows(querySubjectSheets, { applicationId });
  const stale = lines.isPlaceholderData || items.isPlaceholderData || sheets.isPlaceholderData;
  return (
    <Loaded result={lines}>
      {(allLines) => (
        <Loaded result={items}>
          {(allItems) => (
            <Loaded result={sheets}>
              {(allSheets) =>
                stale ? null : <Explained result={result} lines={allLines} items={allItems} sheets={allSheets} single={single} />
              }
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface ExplainedProps {
  readonly result: SubjectResultRow;
  readonly lines: readonly SubjectLineRow[];
  readonly items: readonly SubjectItemRow[];
  readonly sheets: readonly SubjectSheetRow[];
  readonly single: SinglingOut;
}

function Explained({ result, lines, items, sheets, single }: ExplainedProps) {
  const text = useText(messages);
  const account = useMemo(() => accountOf(lines, items), [lines, items]);
  const graded = lines.some((line) => line.kind === "graded");
  const isBare = useReach("eval_line", "reason") === "withheld";
  const isAnonymous = useReach("eval_sheet", "grader_id") === "withheld";
  const { item, grader, onChange } = single;
  const toggle = (chosen: string, now: string | undefined) => (chosen === now ? undefined : chosen);
  return (
    <>
      <Section
        id="score"
        title={text("scoreTitle", { total: formatPoints(account.total) })}
        note={text(isBare ? "scoreNoteBare" : "scoreNote")}
        aside={<SourceLink of="total" id={result.application_id} at="total" label={text("total")} />}
      >
        <ScoreWaterfall account={account} onItem={(chosen) => onChange({ item: toggle(chosen, item) })} />
        <Sum account={account} result={result} />
      </Section>
      <Section id="lines" title={text(graded ? "gradedTitle" : "linesTitle")}>
        <ScoreLines
          applicationId={result.application_id}
          steps={account.deductions}
          kept={result.sheets_kept}
          item={item}
          grader={grader}
          onShowAll={() => onChange({ item: undefined, grader: undefined })}
        />
      </Section>
      <Section id="graders" title={text("gradersTitle")} note={isAnonymous ? null : text(graded ? "gradersNotePerson" : "gradersNote")}>
        <GraderMatrix lines={lines} sheets={sheets} grader={grader} onGrader={(chosen) => onChange({ grader: toggle(chosen, grader) })} />
      </Section>
      <div className="columns">
        <div className="half">
          <Section id="self" title={text("selfTitle")}>
            <SelfAssessed applicationId={result.application_id} items={items} />
          </Section>
        </div>
        <div className="half">
          <Section id="bonus" title={text("bonusTitle")}>
            <BonusArithmetic applicationId={result.application_id} lines={lines} />
          </Section>
        </div>
      </div>
    </>
  );
}

/** The steps added up before the reader's eyes, and held against the total that was ranked. */
function Sum({ account, result }: { readonly account: ScoreAccount; readonly result: SubjectResultRow }) {
  const text = useText(messages);
  const total = points(result.total_num, result.total_den);
  if (comparePoints(account.total, total) !== 0) {
    return (
      <p className="sum broken" role="alert">
        {text("sumBroken", { sum: formatPoints(account.total), total: formatPoints(total) })}
      </p>
    );
  }
  const parts = [...account.deductions, ...account.bonus]
    .filter((step) => step.points.numerator !== 0)
    .map((step) => formatPoints(step.points))
    .map((figure) => (figure.startsWith("-") ? `− ${figure.slice(1)}` : `+ ${figure}`));
  return (
    <p className="sum">
      {text("sumExact", { full: formatPoints(account.full), parts: parts.join(" "), total: formatPoints(total), kept: result.sheets_kept })}
    </p>
  );
}
