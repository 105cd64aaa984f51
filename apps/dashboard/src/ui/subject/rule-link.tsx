import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { documentName } from "./honour-of.ts";
import { messages } from "./messages.ts";

interface RuleLinkProps {
  /** Where the rule stands on the rubric page: one of `rubricAnchor`. */
  readonly anchor: string;
  readonly children: ReactNode;
}

/** A link to a rule on the rubric page, in the edition that judged. */
export function RuleLink({ anchor, children }: RuleLinkProps) {
  const { scheme } = useScope();
  return (
    <Link
      to="/rubric"
      search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme, scheme: scheme.schemeId })}
      hash={anchor}
      className="rule-link"
    >
      {children}
    </Link>
  );
}

interface RuleCitationProps {
  readonly anchor: string;
  readonly document: string;
  readonly clause: string;
}

/** Where a rule is written, leading to the rule. */
export function RuleCitation({ anchor, document, clause }: RuleCitationProps) {
  const text = useText(messages);
  const { scheme } = useScope();
  return <RuleLink anchor={anchor}>{text("citation", { document: documentName(scheme, document), clause })}</RuleLink>;
}
