import { useLanguage, useText } from "../lib/i18n.ts";
import { useHoldings, useScope } from "../lib/scope.ts";
import { messages } from "./messages.ts";

/** Up to which day the figures go, by which edition, for whom and when they were written. */
export function ShellFooter() {
  const text = useText(messages);
  const { meta } = useHoldings();
  const { run, scheme } = useScope();
  const language = useLanguage();
  const profile =
    meta.profile === "public" || meta.profile === "leader" || meta.profile === "committee" ? text(`profile-${meta.profile}`) : meta.profile;
  return (
    <footer className="shell-footer">
      <dl>
        <div>
          <dt>{text("asOf")}</dt>
          <dd>{run?.as_of ?? meta.as_of}</dd>
        </div>
        <div>
          <dt>{text("edition")}</dt>
          <dd title={run?.scheme_id}>{run ? scheme.title(language) : "–"}</dd>
        </div>
        <div>
          <dt>{text("profile")}</dt>
          <dd>{profile}</dd>
        </div>
      </dl>
      <p>
        {text("footer", {
          version: meta.software.replace(/^mingchuang /, ""),
          generated: meta.generated_at.slice(0, 16).replace("T", " "),
        })}
      </p>
    </footer>
  );
}
