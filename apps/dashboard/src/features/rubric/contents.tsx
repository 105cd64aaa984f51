import { useLanguage, useText } from "../../lib/i18n.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { AnchorLink } from "./anchor.tsx";
import { messages } from "./messages.ts";
import { numeral } from "./numeral.ts";
import type { Chapter } from "./scheme-document.tsx";

/** The table of contents: beside the text on a wide screen, folded above it on a narrow one. */
export function Contents({ chapters }: { readonly chapters: readonly Chapter[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const narrow = useNarrow();
  return (
    <nav className="contents" aria-label={text("contents")}>
      <details open={!narrow}>
        <summary>{text("contents")}</summary>
        <ol>
          {chapters.map(({ id, title, parts }, index) => (
            <li key={id}>
              <AnchorLink to={id}>
                <span className="contents-number">{numeral(index + 1, language)}</span>
                {title}
              </AnchorLink>
              {parts.length > 0 ? (
                <ol>
                  {parts.map((part) => (
                    <li key={part.id}>
                      <AnchorLink to={part.id}>{part.title}</AnchorLink>
                    </li>
                  ))}
                </ol>
              ) : null}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
