import { formatCount, formatRate } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import type { LoopRule } from "./choose-rule.ts";
import type { FollowedReview } from "./follow-reviews.ts";
import { messages } from "./messages.ts";
import { useSay } from "./use-say.ts";
import { appealFigures, waysOfHandling } from "./ways-of-handling.ts";

interface WaysNoteProps {
  readonly rule: LoopRule;
  readonly reviews: readonly FollowedReview[];
  readonly asOf: string;
}

/** In words: how many were appealed and how many rectified first, and what came of the appeals. */
export function WaysNote({ rule, reviews, asOf }: WaysNoteProps) {
  const text = useText(messages);
  const comma = useLanguage() === "zh" ? "，" : ", ";
  const say = useSay();
  const ways = waysOfHandling(rule, reviews).filter(({ done }) => done > 0);
  const appeals = appealFigures(reviews, asOf);
  if (ways.length === 0) return null;
  return (
    <p className="loop-sentence loop-after">
      {joinSentences([
        text("ways", {
          parts: ways
            .map(({ way, count, done }) => text("wayPart", { way: say(way), count: formatCount(count), rate: formatRate(count, done) }))
            .join(comma),
        }),
        appeals.appealed === 0
          ? ""
          : text("appeals", {
              appealed: formatCount(appeals.appealed),
              upheld: formatCount(appeals.upheld),
              dismissed: formatCount(appeals.dismissed),
              pending: formatCount(appeals.pending),
              without: formatCount(appeals.without),
            }),
      ])}
    </p>
  );
}
