import type { Honour } from "@mingchuang/rubric/scheme";
import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";
import { Link } from "@tanstack/react-router";

interface SubjectNameProps {
  readonly row: VerdictRow;
  readonly subject: Honour["subject"] | undefined;
}

/** A name that leads to its page; units and projects have none. */
export function SubjectName({ row, subject }: SubjectNameProps) {
  const name = row.subject_name ?? row.subject_id;
  if (subject !== "window" && subject !== "person") return name;
  return (
    <Link
      to={subject === "person" ? "/people/$id" : "/windows/$id"}
      params={{ id: row.subject_id }}
      search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme })}
    >
      {name}
    </Link>
  );
}
