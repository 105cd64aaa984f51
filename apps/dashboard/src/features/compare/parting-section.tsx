import { partingSentence, partWays } from "@mingchuang/rubric/explain/part-ways";
import { points } from "@mingchuang/rubric/points";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { Section } from "../../ui/page.tsx";
import { useSchemeNames } from "../../ui/subject/scheme-names.ts";
import type { Applicant } from "./beside-row.ts";
import { letters } from "./letters.ts";
import { messages } from "./messages.ts";
import { totalOf } from "./standing-rows.ts";

const itemsOf = ({ items }: Applicant) => items.map((item) => ({ item: item.item, points: points(item.points_num, item.points_den) }));

/** In words, by which items the first one's total is another than each other's. */
export function PartingSection({ applicants }: { readonly applicants: readonly Applicant[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour: id } = useScope();
  const { honour } = useSchemeNames();
  const [first, ...others] = applicants;
  const total = first ? totalOf(first) : null;
  if (first === undefined || honour === undefined) return null;
  const called = (at: number, { result }: Applicant) =>
    `${letters[language][at]}${language === "zh" ? "（" : " ("}${result.subject_name}${language === "zh" ? "）" : ")"}`;
  return (
    <Section id="parting" title={text("parting")} note={`${text("partingNote")}${scheme.isLowerBetter(id) ? text("lowerBetter") : ""}`}>
      <ul className="partings">
        {others.map((other, index) => {
          const theirs = totalOf(other);
          const pair = [called(0, first), called(index + 1, other)] as const;
          return (
            <li key={other.subjectId}>
              {total === null || theirs === null
                ? text("noParting", total === null ? { name: pair[0], reference: pair[1] } : { name: pair[1], reference: pair[0] })
                : partingSentence(honour, pair, partWays({ items: itemsOf(first), total }, { items: itemsOf(other), total: theirs }))[
                    language
                  ]}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
