import { queryVetoes, type VetoRow } from "@mingchuang/warehouse/queries/vetoes";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Section } from "../page.tsx";
import { Loaded } from "../states.tsx";
import { messages } from "./messages.ts";
import { VetoDetail } from "./veto-detail.tsx";
import { VetoGauge } from "./veto-gauge.tsx";

/** The veto rules of one subject: those that are not clear, or looked at records, laid open; the others in a line. */
export function SubjectVetoes({ subjectId }: { readonly subjectId: string }) {
  const text = useText(messages);
  const { year, honour } = useScope();
  const withheld = useReach("eval_veto", "state") === "withheld";
  const result = useRows(queryVetoes, { year, honour, subjectId });
  return (
    <Section id="vetoes" title={text("vetoesTitle")}>
      {withheld ? (
        <p className="reach-note">{text("withheld", { what: text("whatVetoes") })}</p>
      ) : (
        <Loaded result={result}>{(rows) => (result.isPlaceholderData ? null : <Rules rows={rows} />)}</Loaded>
      )}
    </Section>
  );
}

function Rules({ rows }: { readonly rows: readonly VetoRow[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const { honour, scheme } = useScope();
  const open = rows.filter((row) => row.state !== "clear" || row.excluded + row.counted + row.undecided > 0);
  const untouched = rows.filter((row) => !open.includes(row)).sort((a, b) => (a.rule < b.rule ? -1 : 1));
  const nameOf = (row: VetoRow) => `${row.rule} ${scheme.veto(honour, row.rule, language)}`;
  return (
    <>
      {open.length === 0 ? <p>{text("vetoesClear")}</p> : null}
      {open.map((row) => (
        <section key={row.rule} className="rule" aria-label={nameOf(row)}>
          <h3>
            {nameOf(row)} <span className={`badge ${row.state}`}>{text(row.state)}</span> <VetoGauge mark={row} />
          </h3>
          <VetoDetail
            veto={row}
            otherOpen={rows.some((other) => other.rule !== row.rule && (other.state === "vetoed" || other.state === "undecided"))}
          />
        </section>
      ))}
      {untouched.length > 0 && open.length > 0 ? (
        <p className="faint">
          {text("clear")}
          {language === "zh" ? "：" : ": "}
          {untouched.map(nameOf).join(language === "zh" ? "、" : ", ")}
        </p>
      ) : null}
    </>
  );
}
