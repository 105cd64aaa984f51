import type { CutTie, Warnings } from "@mingchuang/warehouse/queries/overview";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatCount } from "../../lib/format.ts";
import { type Text, useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { messages } from "./messages.ts";

interface Matter {
  readonly id: string;
  readonly count: string;
  readonly grave: boolean;
  readonly content: ReactNode;
}

type Key = keyof (typeof messages)["zh"];

/** What must be looked at, gravest first; what did not happen is not listed. */
function matters(warnings: Warnings, ties: readonly CutTie[], text: Text<Key>): readonly Matter[] {
  const subjects = (count: number) => text("subjects", { count });
  const all: readonly (Matter & { readonly happened: boolean })[] = [
    {
      id: "vetoed",
      happened: warnings.vetoed > 0,
      grave: true,
      count: subjects(warnings.vetoed),
      content: (
        <Link to="/vetoes" search={{ state: ["vetoed"] }}>
          {text("warnVetoed")}
        </Link>
      ),
    },
    {
      id: "undecided",
      happened: warnings.undecided > 0,
      grave: true,
      count: subjects(warnings.undecided),
      content: (
        <Link to="/vetoes" search={{ state: ["undecided"] }}>
          {text("warnUndecided")}
        </Link>
      ),
    },
    {
      id: "near",
      happened: warnings.near > 0,
      grave: false,
      count: subjects(warnings.near),
      content: (
        <Link to="/vetoes" search={{ state: ["near"] }}>
          {text("warnNear")}
        </Link>
      ),
    },
    ...ties.map((tie) => ({
      id: `tie-${tie.cut}`,
      happened: true,
      grave: false,
      count: subjects(tie.subjects),
      content: <Link to="/ranking">{text("warnTie", { ...tie })}</Link>,
    })),
    {
      id: "unscored",
      happened: warnings.unscored > 0,
      grave: false,
      count: subjects(warnings.unscored),
      content: (
        <Link to="/ranking" search={{ state: ["unscored"] }}>
          {text("warnUnscored")}
        </Link>
      ),
    },
    {
      id: "sheets",
      happened: warnings.incomplete_applications > 0,
      grave: false,
      count: subjects(warnings.incomplete_applications),
      content: <Link to="/ranking">{text("warnSheets", { sheets: warnings.incomplete_sheets })}</Link>,
    },
    {
      id: "months",
      happened: warnings.missing_months > 0,
      grave: false,
      count: text("months", { count: warnings.missing_months }),
      content: (
        <Link to="/trends" hash="missing">
          {text("warnMonths", { windows: warnings.windows_with_gaps, months: warnings.missing_months })}
        </Link>
      ),
    },
    {
      id: "rows",
      happened: (warnings.rejected_rows ?? 0) > 0,
      grave: false,
      count: text("rows", { count: formatCount(warnings.rejected_rows) }),
      content: (
        <Link to="/data" search={{ severity: "rejected" }} hash="quarantine">
          {text("warnRows", { files: warnings.rejected_files ?? 0 })}
        </Link>
      ),
    },
  ];
  return all.filter(({ happened }) => happened);
}

export function WarningList({ warnings, ties }: { readonly warnings: Warnings; readonly ties: readonly CutTie[] }) {
  const text = useText(messages);
  const list = matters(warnings, ties, text);
  const reach = [useReach("eval_veto", "state"), useReach("eval_sheet", "kept")];
  const withheld = reach.includes("withheld");
  return (
    <>
      {list.length === 0 && !withheld ? <p>{text("nothing")}</p> : null}
      <ul className="warnings">
        {list.map(({ id, count, grave, content }) => (
          <li key={id}>
            <span className={grave ? "warning-count grave" : "warning-count"}>{count}</span>
            <span>{content}</span>
          </li>
        ))}
      </ul>
      {withheld ? <p className="section-note">{text("warnWithheld")}</p> : null}
    </>
  );
}
