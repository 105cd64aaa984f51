import type { Source } from "@mingchuang/rubric/source";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { AnchorLink } from "./anchor.tsx";
import { useReading } from "./scheme-context.ts";

/** Where a rule is written: the clause, and the number of the document where it is another than the scheme's own. */
export function Citation({ source: { document, clause } }: { readonly source: Source }) {
  const { scheme, documents } = useReading();
  const number = document !== scheme.source.document ? `〔${documents.indexOf(document) + 1}〕` : "";
  const title = scheme.documents[document]?.title ?? document;
  return (
    <AnchorLink to={rubricAnchor.document(document)} className="cite" title={title}>
      {number}
      {clause}
    </AnchorLink>
  );
}
