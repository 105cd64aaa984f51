import { useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { usePlace } from "./anchor.tsx";
import { messages } from "./messages.ts";
import { RuleTable } from "./rule-table.tsx";
import { useReading } from "./scheme-context.ts";

/** The documents that the scheme cites, with how many of its rules each carries. */
export function SourcesSection() {
  const text = useText(messages);
  const place = usePlace();
  const { scheme, documents } = useReading();
  const written = JSON.stringify({ ...scheme, documents: null });
  return (
    <RuleTable
      caption={text("sources")}
      head={[text("number"), text("documentTitle"), text("issuer"), text("documentNumber"), text("issued"), text("citedBy")]}
    >
      <tbody>
        {documents.map((id, index) => {
          const document = scheme.documents[id];
          return (
            <tr key={id} {...place(rubricAnchor.document(id))}>
              <td>〔{index + 1}〕</td>
              <th scope="row">{document?.title ?? id}</th>
              <td>{document?.issuer ?? "–"}</td>
              <td>{document?.number ?? text("notStated")}</td>
              <td className="date">{document?.date ?? text("notStated")}</td>
              <td>{text("citedTimes", { count: written.split(`"document":"${id}"`).length - 1 })}</td>
            </tr>
          );
        })}
      </tbody>
    </RuleTable>
  );
}
