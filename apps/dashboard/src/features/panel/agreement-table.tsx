import { readAlpha, readConcordance, readIntraclass } from "@mingchuang/rubric/agreement/agreement-reading";
import type { IntraclassForm } from "@mingchuang/rubric/agreement/intraclass";
import type { KrippendorffAlpha } from "@mingchuang/rubric/agreement/krippendorff";
import type { Agreement } from "@mingchuang/rubric/agreement/panel-agreement";
import { type Text, useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatChance, formatCoefficient } from "./figures.ts";
import { messages } from "./messages.ts";

type Words = Text<keyof typeof messages.zh>;

/** One statistic, with what it says in words. */
interface Statistic {
  readonly id: "icc2k" | "icc21" | "icc31" | "alpha" | "clause" | "w";
  readonly value: number | null;
  readonly interval: string | null;
  readonly reading: string;
  readonly basis: string;
}

/** Every statistic of the panel: its value, how to read it, what it was reckoned from, and what it asks. */
export function AgreementTable({ agreement, byClause }: { readonly agreement: Agreement; readonly byClause: boolean }) {
  const text = useText(messages);
  const rows = statistics(agreement, byClause, text);
  const columns: readonly Column<Statistic>[] = [
    { id: "measure", label: text("measure"), value: ({ id }) => text(`m-${id}`) },
    {
      id: "value",
      label: text("value"),
      numeric: true,
      value: ({ value }) => value,
      cell: ({ value }) => (value === null ? text("unknown") : <strong>{formatCoefficient(value)}</strong>),
    },
    { id: "interval", label: text("interval"), numeric: true, value: ({ interval }) => interval },
    { id: "reading", label: text("reading"), value: ({ reading }) => reading },
    { id: "basis", label: text("basis"), value: ({ basis }) => basis },
    { id: "meaning", label: text("meaning"), value: ({ id }) => text(`why-${id}`) },
  ];
  const left = agreement.intraclass?.leftOut.length ?? 0;
  return (
    <div className="statistics">
      <DataTable
        caption={text("agreement")}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        footnote={joinSentences([left > 0 ? text("leftOut", { count: left }) : "", text("agreementSources")])}
      />
    </div>
  );
}

function statistics({ intraclass, alpha, clauseAlpha, concordance }: Agreement, byClause: boolean, text: Words): Statistic[] {
  const ofForm = (id: Statistic["id"], form: IntraclassForm): Statistic => {
    const found = intraclass?.coefficients.find((each) => each.form === form);
    if (intraclass === null || found === undefined) return { id, value: null, interval: null, reading: text("cannot"), basis: "–" };
    const { low, high, told } = readIntraclass(found);
    return {
      id,
      value: found.value,
      interval: `${formatCoefficient(found.low)} – ${formatCoefficient(found.high)}`,
      reading: !told
        ? text("notTold", { low: text(low), high: text(high) })
        : low === high
          ? text(low)
          : text("gradeRange", { low: text(low), high: text(high) }),
      basis: text("basisSubjects", { graders: intraclass.graders, subjects: intraclass.subjects }),
    };
  };
  const ofAlpha = (id: Statistic["id"], found: KrippendorffAlpha | null, basis: "basisRatings" | "basisClauses"): Statistic =>
    found === null
      ? { id, value: null, interval: null, reading: text("cannot"), basis: "–" }
      : {
          id,
          value: found.alpha,
          interval: null,
          reading: text(readAlpha(found.alpha)),
          basis: text(basis, { subjects: found.subjects, ratings: found.ratings }),
        };
  const orders: Statistic =
    concordance === null
      ? { id: "w", value: null, interval: null, reading: text("cannot"), basis: "–" }
      : {
          id: "w",
          value: concordance.w,
          interval: null,
          reading: text(
            readConcordance(concordance) === "few" ? "fewOrders" : readConcordance(concordance) === "alike" ? "alike" : "chance",
            {
              p: formatChance(concordance.p),
            },
          ),
          basis: text("basisSubjects", { graders: concordance.graders, subjects: concordance.subjects }),
        };
  return [
    ofForm("icc2k", "2,k"),
    ofForm("icc21", "2,1"),
    ofForm("icc31", "3,1"),
    ofAlpha("alpha", alpha, "basisRatings"),
    ...(byClause ? [ofAlpha("clause", clauseAlpha, "basisClauses")] : []),
    orders,
  ];
}
