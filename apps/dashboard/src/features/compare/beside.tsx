import type { CandidateRow, SubjectBeside } from "@mingchuang/warehouse/queries/compare";
import { useMemo } from "react";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { mostBeside as most } from "../../lib/side-by-side.ts";
import { Empty, Partial } from "../../ui/states.tsx";
import { messages as subjectMessages } from "../../ui/subject/messages.ts";
import { useSchemeNames } from "../../ui/subject/scheme-names.ts";
import { useStepLabel } from "../../ui/subject/step-label.ts";
import { isApplicant, type RowGround } from "./beside-row.ts";
import { BesideTable } from "./beside-table.tsx";
import { bonusRows, vetoRows } from "./bonus-rows.ts";
import { messages } from "./messages.ts";
import { PartingSection } from "./parting-section.tsx";
import { RankHistory } from "./rank-history.tsx";
import { itemRows, stepRows } from "./score-rows.ts";
import { serviceRows, standingRows } from "./standing-rows.ts";

interface BesideProps {
  readonly subjects: readonly SubjectBeside[];
  readonly candidates: readonly CandidateRow[];
  readonly different: boolean;
  readonly onDifferent: (only: boolean) => void;
}

/** The comparison itself, once there are two to compare. */
export function Beside({ subjects, candidates, different, onDifferent }: BesideProps) {
  const text = useText(messages);
  const words = useText(subjectMessages);
  const language = useLanguage();
  const { year, scheme, honour } = useScope();
  const { nameOf } = useHonours();
  const names = useSchemeNames();
  const labelStep = useStepLabel();
  const vetoes = useReach("eval_veto", "state") === "withheld";
  const reasons = useReach("eval_line", "reason") === "withheld";
  const isPart = useReach("mart_person", "person_id") === "withheld";
  const applicants = useMemo(() => subjects.filter(isApplicant), [subjects]);
  const rows = useMemo(() => {
    const ground: RowGround = {
      subjects: applicants,
      candidates,
      scheme,
      honour,
      names,
      labelStep,
      language,
      text,
      words,
      withheld: { vetoes, reasons },
    };
    return [
      ...standingRows(ground),
      ...itemRows(ground),
      ...stepRows(ground),
      ...bonusRows(ground),
      ...vetoRows(ground),
      ...serviceRows(ground),
    ];
  }, [applicants, candidates, scheme, honour, names, labelStep, language, text, words, vetoes, reasons]);
  const missing = subjects.filter((subject) => !isApplicant(subject));
  const [only] = applicants;
  return (
    <>
      {missing.map(({ subjectId, name }) => (
        <Partial key={subjectId}>
          {name === null
            ? text(isPart ? "unknownOrWithheld" : "unknown", { id: subjectId })
            : text(isPart ? "notAppliedOrWithheld" : "notApplied", { id: subjectId, name, year, honour: nameOf(honour) })}
        </Partial>
      ))}
      {only === undefined ? (
        subjects.length === 0 ? (
          <Empty>{text("noneYet", { most })}</Empty>
        ) : null
      ) : applicants.length === 1 ? (
        <p className="not-nominated" role="status">
          {text("oneOnly", { name: only.result.subject_name })}
        </p>
      ) : (
        <>
          <PartingSection applicants={applicants} />
          <BesideTable applicants={applicants} rows={rows} different={different} onDifferent={onDifferent} />
          <RankHistory applicants={applicants} />
        </>
      )}
    </>
  );
}
