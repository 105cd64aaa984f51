import type { RegisterRow, SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { SourceLink } from "../../ui/source/source-link.tsx";
import { RegisterFacts } from "../../ui/subject/register-facts.tsx";
import { useSchemeNames } from "../../ui/subject/scheme-names.ts";
import { messages } from "./messages.ts";

/** What the register of the year says of the window; names it had before, since old papers carry them. */
export function WindowRegister({ entry, result }: { readonly entry: RegisterRow; readonly result: SubjectResultRow | undefined }) {
  const text = useText(messages);
  const { year } = useScope();
  const { domain, level } = useSchemeNames();
  return (
    <RegisterFacts
      label={text("register")}
      facts={[
        [text("number"), entry.window_id],
        [text("city"), entry.city],
        [text("county"), entry.county],
        [text("level"), level(entry.level)],
        [text("domain"), domain(entry.domain)],
        [text("unit"), entry.unit],
        [text("staff"), entry.staff_count === null ? null : text("staffValue", { count: entry.staff_count })],
        [text("opened"), entry.opened_on],
        [text("recommender"), result?.recommender ?? null],
        [text("submitted"), result?.submitted_on ?? null],
        [text("address"), entry.address],
        [text("contact"), entry.contact],
        [text("phone"), entry.phone],
      ]}
    >
      <p>
        <SourceLink
          of="register"
          id={entry.window_id}
          at={entry.name}
          label={`${entry.name} ${text("register")}`}
          words={text("registerSource")}
        />
      </p>
      {entry.renamed_from ? <p>{text("renamedFrom", { name: entry.renamed_from })}</p> : null}
      {entry.former_names ? <p>{text("renamed", { names: entry.former_names })}</p> : null}
      {entry.year === year ? null : <p className="partial">{text("notRegistered", { year, registered: entry.year })}</p>}
    </RegisterFacts>
  );
}
