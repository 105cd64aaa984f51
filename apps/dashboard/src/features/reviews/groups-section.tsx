import { printRate } from "@mingchuang/rubric/rates";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatCount } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { Chart } from "../../ui/chart.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import type { LoopRule } from "./choose-rule.ts";
import { isAskedFor, unnamed } from "./filter-reviews.ts";
import type { FollowedReview } from "./follow-reviews.ts";
import { groupBars, groupHeight } from "./group-bars.ts";
import { fewReviews, type GroupFigures, groupFigures } from "./group-figures.ts";
import { messages } from "./messages.ts";
import type { ReviewsSearch } from "./search.ts";
import { useCityName } from "./use-city-name.ts";
import { useSay } from "./use-say.ts";

interface GroupsProps {
  readonly rule: LoopRule;
  /** All of the year: beside the group that is chosen its siblings stay in sight. */
  readonly all: readonly FollowedReview[];
  readonly search: ReviewsSearch;
  readonly onChange: (part: Partial<ReviewsSearch>) => void;
}

/** Where steps were late or are overdue: by city, by domain, by channel. */
export function GroupsSection({ rule, all, search, onChange }: GroupsProps) {
  const text = useText(messages);
  const language = useLanguage();
  const say = useSay();
  const { cities } = useHoldings();
  const { scheme } = useScope();
  const cityOf = useCityName();
  const dated = useMemo(() => datedSteps(rule, search.step), [rule, search.step]);
  const steps = rule.loop.steps.filter(({ id }) => dated.includes(id)).map(({ label }) => say(label));
  const { city, domain, channel, month } = search;
  const groups = useMemo(() => {
    const of = (by: "city" | "domain" | "channel") => {
      const filter = { city, domain, channel, month, [by]: undefined };
      return groupFigures(
        all.filter(({ review }) => isAskedFor(review, filter)),
        by,
        dated,
      );
    };
    const order = [...cities.map(({ city_code }) => city_code), unnamed];
    return {
      city: of("city").toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key)),
      domain: of("domain").toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      channel: of("channel").toSorted((a, b) => b.reviews - a.reviews),
    };
  }, [all, city, domain, channel, month, dated, cities]);
  const named = (name: (key: string) => string) => (key: string) => (key === unnamed ? text("unnamed") : name(key));
  const shared = { search, onChange };
  return (
    <Section
      id="groups"
      title={text("groups")}
      note={text(dated.length > 1 ? "groupsNoteSteps" : "groupsNote", {
        steps: steps.join(language === "zh" ? "、" : ", "),
        few: fewReviews,
      })}
    >
      {dated.length === 0 ? (
        <p className="none-left">{text("groupsNoDeadline")}</p>
      ) : (
        <div className="columns">
          <div className="half">
            <Group {...shared} by="city" groups={groups.city} nameOf={(key) => (key === unnamed ? text("noCity") : (cityOf(key) ?? key))} />
          </div>
          <div className="half loop-stack">
            <Group {...shared} by="domain" groups={groups.domain} nameOf={named((key) => scheme.domain(key, language))} />
            <Group {...shared} by="channel" groups={groups.channel} nameOf={named((key) => key)} />
          </div>
        </div>
      )}
    </Section>
  );
}

/** The steps with a deadline: the one that is asked for, or all of them. */
export function datedSteps({ loop }: LoopRule, step: string | undefined): readonly string[] {
  return loop.steps.flatMap(({ id, within }) => (within !== null && (step === undefined || step === id) ? [id] : []));
}

interface GroupProps extends Pick<GroupsProps, "search" | "onChange"> {
  readonly by: "city" | "domain" | "channel";
  readonly groups: readonly GroupFigures[];
  readonly nameOf: (key: string) => string;
}

function Group({ by, groups, nameOf, search, onChange }: GroupProps) {
  const text = useText(messages);
  const palette = usePalette();
  const narrow = useNarrow();
  const chosen = search[by];
  const names = useMemo(() => new Map(groups.map(({ key }) => [key, nameOf(key)])), [groups, nameOf]);
  const words = useMemo(() => ({ late: text("late"), overdue: text("overdue"), inTime: text("inTimeRate") }), [text]);
  const option = useMemo(
    () => groupBars({ groups, nameOf: (key) => names.get(key) ?? key, words, chosen, narrow }, palette),
    [groups, names, words, chosen, narrow, palette],
  );
  const missed = ({ states }: GroupFigures) => states.late + states.overdue;
  const worst = groups.toSorted((a, b) => missed(b) - missed(a))[0];
  const count = (key: "in-time" | "late" | "overdue" | "pending" | "unknown") => ({
    id: key,
    label: text(key),
    numeric: true,
    value: ({ states }: GroupFigures) => states[key],
  });
  return (
    <Chart
      title={text(`groupsBy-${by}`)}
      sentence={
        worst === undefined || missed(worst) === 0
          ? text("groupsNone")
          : text("groupsSentence", {
              group: nameOf(worst.key),
              late: worst.states.late,
              overdue: worst.states.overdue,
              decided: formatCount(worst.inTime?.denominator ?? 0),
              rate: printRate(worst.inTime),
            })
      }
      option={option}
      height={groupHeight(groups.length)}
      onMark={({ data }) => {
        const { id } = data as { readonly id?: string };
        if (id !== undefined) onChange({ [by]: id === chosen ? undefined : id });
      }}
      table={{
        rows: groups,
        rowKey: ({ key }) => key,
        columns: [
          {
            id: "group",
            label: text(by),
            value: ({ key }) => nameOf(key),
            cell: ({ key }) => (
              <Link
                from="/reviews"
                to="/reviews"
                search={(former) => ({ ...former, [by]: key === chosen ? undefined : key })}
                resetScroll={false}
              >
                {nameOf(key)}
              </Link>
            ),
          },
          { id: "reviews", label: text("reviewCount"), numeric: true, value: ({ reviews }) => reviews },
          count("in-time"),
          count("late"),
          count("overdue"),
          count("pending"),
          count("unknown"),
          {
            id: "rate",
            label: text("inTimeRate"),
            numeric: true,
            value: ({ inTime }) => printRate(inTime),
            cell: ({ inTime, isSmall }) => (isSmall ? `(${printRate(inTime)})` : printRate(inTime)),
            title: ({ inTime }) => (inTime === null ? undefined : `${inTime.numerator} ÷ ${inTime.denominator}`),
          },
        ],
      }}
    />
  );
}
