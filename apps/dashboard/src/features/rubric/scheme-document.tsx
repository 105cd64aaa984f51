import { lintScheme } from "@mingchuang/rubric/authoring/lint-scheme";
import { policiesInForce } from "@mingchuang/rubric/policy";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { contradictions } from "@mingchuang/rubric/statement";
import { type ReactNode, useEffect, useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { AnchorLink } from "./anchor.tsx";
import { CalendarSection } from "./calendar-section.tsx";
import { Contents } from "./contents.tsx";
import { HonourIntroduction, type Part, useHonourParts } from "./honour-section.tsx";
import { indicatorsOf } from "./indicator-table.tsx";
import { LoopChain } from "./loop-chain.tsx";
import { messages } from "./messages.ts";
import { numeral } from "./numeral.ts";
import { PoliciesSection } from "./policies-section.tsx";
import { policyUses } from "./policy-uses.ts";
import { Remark } from "./remarks.tsx";
import { SchemeContext, type SchemeReading, useReading, useSay } from "./scheme-context.ts";
import { ScopeSection } from "./scope-section.tsx";
import { SourcesSection } from "./sources-section.tsx";
import { StatementTable } from "./statements-section.tsx";
import { TitleLife } from "./title-life.tsx";

/** A part of the document, and the parts in it. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
  readonly parts: readonly Part[];
}

interface SchemeDocumentProps {
  readonly scheme: Scheme;
  /** Policies decided otherwise than by default: policy → option. */
  readonly choices: Readonly<Record<string, string>>;
}

/** A scheme as a document that can be read from its first line to its last, with every rule's place in its source. */
export function SchemeDocument({ scheme, choices }: SchemeDocumentProps) {
  const reading = useMemo((): SchemeReading => {
    const warnings = lintScheme(scheme);
    const documents = Object.keys(scheme.documents);
    const measures = scheme.honours.flatMap(({ rubric }) => rubric.items.flatMap(indicatorsOf));
    return { scheme, policies: policiesInForce(scheme, choices), measures, uses: policyUses(scheme), warnings, documents };
  }, [scheme, choices]);
  useEffect(() => {
    document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.scrollIntoView();
  }, []);
  return (
    <SchemeContext value={reading}>
      <Annex />
    </SchemeContext>
  );
}

function Annex() {
  const language = useLanguage();
  const chapters = useChapters();
  return (
    <div className="annex">
      <Contents chapters={chapters} />
      <div className="annex-body">
        <AnnexHead />
        {chapters.map((chapter, index) => (
          <section key={chapter.id} className="chapter" aria-labelledby={`${chapter.id}-title`}>
            <h2 id={`${chapter.id}-title`}>
              <span className="chapter-number" id={chapter.id}>
                {numeral(index + 1, language)}
                {language === "zh" ? "、" : ". "}
              </span>
              {chapter.title}
            </h2>
            {chapter.content}
            {chapter.parts.map((part, place) => (
              <section key={part.id} id={part.id} className="part" aria-labelledby={`${part.id}-title`}>
                <h3 id={`${part.id}-title`}>
                  {language === "zh" ? `（${numeral(place + 1, "zh")}）` : `${index + 1}.${place + 1}  `}
                  {part.title}
                </h3>
                {part.content}
              </section>
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function AnnexHead() {
  const text = useText(messages);
  const say = useSay();
  const comma = useLanguage() === "zh" ? "、" : ", ";
  const { scheme, warnings } = useReading();
  const silent = scheme.policies.filter((policy) => policy.silent).length;
  const examples = scheme.honours.reduce((sum, honour) => sum + honour.examples.length, 0);
  return (
    <header className="annex-head">
      <p className="annex-edition">{say(scheme.label)}</p>
      <p className="annex-title">{say(scheme.programme)}</p>
      <p className="annex-source">
        {text("basedOn")}
        {[scheme.source, ...scheme.basis].map(({ document: id, clause }, index) => (
          <span key={id}>
            {index === 0 ? "" : comma}
            <AnchorLink to={rubricAnchor.document(id)}>{scheme.documents[id]?.title ?? id}</AnchorLink>{" "}
            <span className="cite">{clause}</span>
          </span>
        ))}
      </p>
      <p className="annex-figures">
        {text("headFigures", {
          honours: scheme.honours.map(({ label }) => say(label)).join(" · "),
          policies: scheme.policies.length,
          silent,
          examples,
          remarks: warnings.length,
        })}
      </p>
      <p className="legend">
        <span aria-hidden="true">◇ </span>
        {text("silent")}
      </p>
    </header>
  );
}

function useChapters(): Chapter[] {
  const text = useText(messages);
  const say = useSay();
  const partsOf = useHonourParts();
  const { scheme, warnings } = useReading();
  const disputed = scheme.statements.filter((statement) => contradictions(statement).length > 0);
  const told = scheme.statements.filter((statement) => !disputed.includes(statement));
  const chapters: (Chapter | null)[] = [
    { id: "sources", title: text("sources"), content: <SourcesSection />, parts: [] },
    scheme.calendar.length + scheme.rhythm.length > 0
      ? { id: "calendar", title: text("calendar"), content: <CalendarSection />, parts: [] }
      : null,
    { id: "participation", title: text("participation"), content: <ScopeSection />, parts: [] },
    ...scheme.honours.map((honour) => {
      return { id: honour.id, title: say(honour.label), content: <HonourIntroduction honour={honour} />, parts: partsOf(honour) };
    }),
    scheme.titles.length > 0
      ? {
          id: "titles",
          title: text("titles"),
          content: null,
          parts: scheme.titles.map((title) => ({ id: `title.${title.id}`, title: say(title.label), content: <TitleLife title={title} /> })),
        }
      : null,
    scheme.loops.length > 0
      ? {
          id: "loops",
          title: text("loops"),
          content: null,
          parts: scheme.loops.map((loop) => ({ id: `loop.${loop.id}`, title: say(loop.label), content: <LoopChain loop={loop} /> })),
        }
      : null,
    told.length > 0 ? { id: "statements", title: text("statements"), content: <StatementTable statements={told} />, parts: [] } : null,
    disputed.length > 0
      ? { id: "contradictions", title: text("contradictions"), content: <StatementTable statements={disputed} />, parts: [] }
      : null,
    scheme.policies.length > 0 ? { id: "policies", title: text("policies"), content: <PoliciesSection />, parts: [] } : null,
    warnings.length > 0
      ? {
          id: "remarks",
          title: text("remarks"),
          content: (
            <ul className="remark-list">
              {warnings.map((warning) => (
                <li key={`${warning.code} ${warning.path.join(".")}`}>
                  <Remark warning={warning} />
                </li>
              ))}
            </ul>
          ),
          parts: [],
        }
      : null,
  ];
  return chapters.filter((chapter) => chapter !== null);
}
