import { compareEditions, type DifferenceKind, type EditionDifference } from "@mingchuang/rubric/editions/compare-editions";
import type { Scheme } from "@mingchuang/rubric/scheme";
import type { Source } from "@mingchuang/rubric/source";
import { useMemo } from "react";
import { useText } from "../../lib/i18n.ts";
import { Section } from "../../ui/page.tsx";
import { messages } from "./messages.ts";
import { RuleTable } from "./rule-table.tsx";
import { useSay } from "./scheme-context.ts";
import { type SaidThere, sideBySide } from "./side-by-side.ts";
import "./comparison.css";

interface ComparisonProps {
  readonly before: Scheme;
  readonly after: Scheme;
}

/** Kinds on which a result may depend, and those that only say it otherwise. */
const substance: readonly DifferenceKind[] = ["added", "removed", "points", "threshold", "policy", "rule", "order"];
const wording: readonly DifferenceKind[] = ["label", "citation"];

/** Two editions side by side: what each says wherever they differ, what is a rule apart from what is only wording. */
export function Comparison({ before, after }: ComparisonProps) {
  const text = useText(messages);
  const say = useSay();
  const differences = useMemo(() => compareEditions(before, after), [before, after]);
  const rules = differences.filter(({ kind }) => substance.includes(kind));
  const words = differences.filter(({ kind }) => wording.includes(kind));
  const editions = { before: say(before.label), after: say(after.label) };
  const table = (title: string, among: readonly EditionDifference[]) =>
    among.length === 0 ? null : (
      <Section title={title}>
        <RuleTable caption={title} className="comparison" head={[text("where"), text("kind"), editions.before, editions.after]}>
          <tbody>
            {among.map((difference) => (
              <Difference key={`${difference.kind} ${difference.path.join("/")}`} difference={difference} before={before} after={after} />
            ))}
          </tbody>
        </RuleTable>
      </Section>
    );
  return (
    <>
      <p className="lead">{text("compareLead", { ...editions, rules: rules.length, words: words.length })}</p>
      {differences.length === 0 ? <p>{text("noDifference")}</p> : null}
      {table(text("ruleDifferences"), rules)}
      {table(text("wordDifferences"), words)}
      <Section title={text("sideBySide")} note={text("sideBySideNote")}>
        <RuleTable
          caption={text("sideBySide")}
          className="side-by-side"
          numeric={[1, 4]}
          head={[editions.before, text("points"), text("source"), editions.after, text("points"), text("source")]}
        >
          <tbody>
            {sideBySide(before, after).map((line) => (
              <tr key={line.id} className={`depth-${line.depth}${line.differs ? " differs" : ""}`}>
                <Said said={line.before} marked={false} />
                <Said said={line.after} marked={line.differs} />
              </tr>
            ))}
          </tbody>
        </RuleTable>
      </Section>
    </>
  );
}

/** The three cells of one edition; the later one carries the mark of what differs. */
function Said({ said, marked }: { readonly said: SaidThere | null; readonly marked: boolean }) {
  const text = useText(messages);
  const say = useSay();
  if (said === null) {
    return (
      <td colSpan={3} className="absent">
        {text("absent")}
      </td>
    );
  }
  return (
    <>
      <td className="said">{marked ? <ins>{say(said.label)}</ins> : say(said.label)}</td>
      <td className="numeric">{marked ? <ins>{said.figure}</ins> : said.figure}</td>
      <td className="cite">{said.source.clause}</td>
    </>
  );
}

interface DifferenceProps extends ComparisonProps {
  readonly difference: EditionDifference;
}

function Difference({ difference: { kind, label, field, ...said }, before, after }: DifferenceProps) {
  const text = useText(messages);
  const say = useSay();
  return (
    <tr>
      <th scope="row">
        {say(label)}
        {field === null ? null : <span className="aside">{say(field)}</span>}
      </th>
      <td>
        <span className={`tag difference-${kind}`}>{text(`difference-${kind}`)}</span>
      </td>
      <td>
        {said.before === null ? <span className="absent">{text("absent")}</span> : say(said.before)}
        <Written scheme={before} source={said.sources.before} />
      </td>
      <td>
        {said.after === null ? <span className="absent">{text("absent")}</span> : <ins>{say(said.after)}</ins>}
        <Written scheme={after} source={said.sources.after} />
      </td>
    </tr>
  );
}

function Written({ scheme, source }: { readonly scheme: Scheme; readonly source: Source | null }) {
  if (source === null) return null;
  return (
    <span className="aside" title={scheme.documents[source.document]?.title ?? source.document}>
      {source.clause}
    </span>
  );
}
