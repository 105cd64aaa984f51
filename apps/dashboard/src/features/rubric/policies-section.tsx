import type { Policy } from "@mingchuang/rubric/policy";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { AnchorLink, usePlace } from "./anchor.tsx";
import { Citation } from "./citation.tsx";
import { messages } from "./messages.ts";
import { useReading, useSay } from "./scheme-context.ts";
import "./policies-section.css";

/** Every point that the source leaves open, or that may be set: why, what holds, what else could be chosen, what it decides. */
export function PoliciesSection() {
  const text = useText(messages);
  const { policies } = useReading().scheme;
  const silent = policies.filter((policy) => policy.silent).length;
  return (
    <>
      <p className="lead">{text("policiesLead", { count: policies.length, silent })}</p>
      <div className="policies">
        {policies.map((policy) => (
          <PolicyArticle key={policy.id} policy={policy} />
        ))}
      </div>
    </>
  );
}

function PolicyArticle({ policy }: { readonly policy: Policy }) {
  const text = useText(messages);
  const say = useSay();
  const place = usePlace();
  const comma = useLanguage() === "zh" ? "、" : ", ";
  const { policies, uses } = useReading();
  const inForce = policies.inForce[policy.id]?.option;
  const decided = uses.get(policy.id) ?? [];
  return (
    <article className="policy" {...place(rubricAnchor.policy(policy.id))} aria-label={say(policy.label)}>
      <h4>{say(policy.label)}</h4>
      {policy.silent ? (
        <p className="silent">
          <span aria-hidden="true">◇ </span>
          {text("silent")}
        </p>
      ) : (
        <p className="stated">{text("stated")}</p>
      )}
      <p>{say(policy.why)}</p>
      <ul className="options">
        {policy.options.map((option) => (
          <li key={option.id} className={option.id === inForce ? "in-force" : undefined}>
            {say(option.label)}
            {option.id === inForce ? <span className="tag">{text("inForce")}</span> : null}
            {option.id === policy.default && option.id !== inForce ? <span className="tag">{text("default")}</span> : null}
          </li>
        ))}
      </ul>
      <p className="aside">
        {decided.length > 0 ? (
          <>
            {text("decides")}
            {decided.map(({ anchor, label }, index) => (
              <span key={anchor}>
                {index === 0 ? "" : comma}
                <AnchorLink to={anchor}>{say(label)}</AnchorLink>
              </span>
            ))}
            {"　"}
          </>
        ) : policy.decides === "procedure" ? (
          `${text("procedure")}　`
        ) : null}
        <Citation source={policy.source} />
      </p>
    </article>
  );
}
