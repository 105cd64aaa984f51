import { type Ruled, type Settings, settle } from "@mingchuang/rubric/policy";
import { useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { AnchorLink } from "./anchor.tsx";
import { messages } from "./messages.ts";
import { useReading, useSay } from "./scheme-context.ts";
import { settingWords } from "./setting-words.ts";

interface RuledValueProps<K extends keyof Settings> {
  readonly decides: K;
  readonly rule: Ruled<K>;
}

/** What a rule says: its own value, or the option in force of the policy that decides it, marked where the source is silent. */
export function RuledValue<K extends keyof Settings>({ decides, rule }: RuledValueProps<K>) {
  const { scheme, policies } = useReading();
  const say = useSay();
  if (typeof rule !== "object" || rule === null || !("policy" in rule)) {
    return say(settingWords(decides, settle(policies, decides, rule), scheme.calendar));
  }
  return <PolicyValue id={String(rule.policy)} />;
}

/** The option in force of a policy, as a link to the policy. */
export function PolicyValue({ id }: { readonly id: string }) {
  const text = useText(messages);
  const { scheme, policies } = useReading();
  const say = useSay();
  const policy = scheme.policies.find((each) => each.id === id);
  const option = policy?.options.find((each) => each.id === policies.inForce[id]?.option);
  if (policy === undefined || option === undefined) return id;
  return (
    <>
      <AnchorLink to={rubricAnchor.policy(id)} className="set" title={say(policy.label)}>
        {say(option.label)}
      </AnchorLink>
      {policy.silent ? (
        <abbr className="silent-sign" title={text("silent")}>
          ◇
        </abbr>
      ) : null}
    </>
  );
}
