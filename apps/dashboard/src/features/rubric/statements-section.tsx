import { contradictions, type Statement, sumOf } from "@mingchuang/rubric/statement";
import { useText } from "../../lib/i18n.ts";
import { Citation } from "./citation.tsx";
import { messages } from "./messages.ts";
import { RuleTable } from "./rule-table.tsx";
import { useSay } from "./scheme-context.ts";

/** What a document says in figures, version beside version; where two differ, that is said, and none is preferred. */
export function StatementTable({ statements }: { readonly statements: readonly Statement[] }) {
  const text = useText(messages);
  return (
    <RuleTable
      caption={text("statements")}
      className="statements"
      numeric={[3]}
      head={[text("matter"), text("saidWhere"), text("figures"), text("sum"), text("source")]}
    >
      {statements.map((statement) => (
        <Versions key={statement.id} statement={statement} />
      ))}
    </RuleTable>
  );
}

function Versions({ statement }: { readonly statement: Statement }) {
  const text = useText(messages);
  const say = useSay();
  const { compare, label, unit, versions } = statement;
  const differing = contradictions(statement);
  const unitWords = unit === undefined ? "" : ` ${say(unit)}`;
  return (
    <tbody>
      {versions.map((version, index) => (
        <tr key={version.label.zh} className={differing.length > 0 ? "differs" : undefined}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={versions.length}>
              {say(label)}
              {differing.length > 0 ? <span className="tag contradiction">{text("contradiction")}</span> : null}
            </th>
          ) : null}
          <td>{say(version.label)}</td>
          <td>
            {version.figures
              .map((figure) => `${say(figure.label)} ${figure.times === 1 ? "" : `${figure.times} × `}${grouped(figure.amount)}`)
              .join(compare === "sum" ? " + " : "; ")}
          </td>
          <td className="numeric">{compare === "sum" || unit !== undefined ? `${grouped(sumOf(version))}${unitWords}` : "–"}</td>
          <td>
            <Citation source={version.source} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

const grouped = (figure: number): string => figure.toLocaleString("en-US");
