import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useText } from "../lib/i18n.ts";
import { messages } from "./messages.ts";

interface PageProps {
  readonly title: string;
  /** The question this page answers. */
  readonly question: string;
  /** Where the visitor came from, outermost first, the page itself left out; `<Link>`s. */
  readonly trail?: readonly ReactNode[] | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, question, trail, actions, children }: PageProps) {
  const text = useText(messages);
  useEffect(() => {
    document.title = `${title} · ${text("product")}`;
  }, [title, text]);
  return (
    <article className="page">
      <header className="page-head">
        {trail ? (
          <nav className="trail" aria-label={text("breadcrumb")}>
            <ol>
              <li>
                <Link to="/">{text("overview")}</Link>
              </li>
              {trail.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a trail is a fixed sequence
                <li key={index}>{step}</li>
              ))}
            </ol>
          </nav>
        ) : null}
        <h1>{title}</h1>
        <p className="question">{question}</p>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
    </article>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}

/** A part of a page under a strong rule. */
export function Section({ title, note, aside, children, id }: SectionProps) {
  return (
    <section className="section" id={id} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside ? <div className="section-aside">{aside}</div> : null}
        {note ? <p className="section-note">{note}</p> : null}
      </header>
      {children}
    </section>
  );
}
