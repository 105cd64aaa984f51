import { bonusPoints, type HeldHonour, type Innovation } from "./honours.ts";
import type { Nomination } from "./nominations.ts";
import type { Random } from "./random.ts";
import { bonusLabel, personItems, windowItems } from "./rubric-2023.ts";
import { isoDate } from "./years.ts";

export interface Application {
  readonly nomination: Nomination;
  readonly recommender: string;
  readonly submittedAt: string;
  /** Points, by the label of the item. */
  readonly selfScores: Readonly<Record<string, number>>;
  readonly opinions: readonly { readonly text: string; readonly on: string }[];
  readonly deeds: string;
}

const hangzhouBureaus = ["杭州市城乡建设委员会", "杭州市住房保障和房产管理局", "杭州市园林文物局"];
const windowDeeds = [
  "设立综合受理专窗，收件与审核分离，平均等候时间下降。",
  "把高频事项改为网上办理，材料由系统共享取得。",
  "每月开展一次自查和一次群众评议，问题列单销号。",
  "对老年人和残障人士提供全程帮办。",
  "差评当日回访，逐件说明原因并整改。",
  "与相邻区县开通跨区通办，减少群众往返。",
];
const personDeeds = [
  "全年受理业务无差错，主动为群众核对材料。",
  "带教新进人员，整理业务问答手册。",
  "坚持首问负责，为特殊群体上门办理。",
  "参加岗位练兵，熟悉四个领域的常办事项。",
  "婉拒服务对象的馈赠，按规定登记报告。",
];

/** An application with self scores (usually near the maximum), three opinions in order and a short text of deeds. */
export function buildApplication(
  random: Random,
  nomination: Nomination,
  honours: readonly HeldHonour[],
  innovations: readonly Innovation[],
  isBoastful: boolean,
): Application {
  const { year, city, honour, subjectId } = nomination;
  const items = honour === "红旗窗口" ? windowItems : personItems;
  const day = random.int(8, 26);
  const bonus = Math.min(10, bonusPoints(subjectId, year, honours, innovations) + random.pick([0, 0, 0, 1, 2]));
  const selfScores = Object.fromEntries(
    items.map(({ label, max }) => [label, max - (isBoastful ? 0 : random.pick([0, 0, 0, 0.5, 1, 1, 2]))]),
  );
  const opinions = [
    { text: "同意推荐，未发现违纪违法问题。", on: isoDate(year, 8, day - 6) },
    { text: "同意推荐。", on: isoDate(year, 8, day - 4) },
    { text: random.chance(0.9) ? "同意推荐。" : "经研究，同意推荐。", on: isoDate(year, 8, day - 1) },
  ];
  const sentences = random.shuffle(honour === "红旗窗口" ? windowDeeds : personDeeds).slice(0, random.int(3, 5));
  return {
    nomination,
    recommender: city.code === "330100" ? `示例${random.pick(hangzhouBureaus)}` : `示例${city.name}住房和城乡建设局`,
    submittedAt: `${isoDate(year, 8, day)} ${String(random.int(9, 16)).padStart(2, "0")}:${String(random.int(0, 59)).padStart(2, "0")}:00`,
    selfScores: { ...selfScores, [bonusLabel]: isBoastful ? 10 : bonus },
    opinions,
    deeds: `（示例）${sentences.join("")}`,
  };
}
