import { isPresentIn, type SamplePerson } from "./people.ts";
import type { Random } from "./random.ts";
import { isOpenInMonth, qualityIn, type SampleWindow } from "./windows.ts";
import { addMinutes, type SampleYear, yearMonth } from "./years.ts";

export interface Complaint {
  readonly windowId: string;
  readonly personId: string | null;
  readonly source: string;
  readonly nature: string;
  readonly category: string;
  readonly receivedAt: string;
  readonly closedAt: string | null;
  readonly verified: "属实" | "不属实" | "待核实" | null;
  readonly dueToService: boolean | null;
  readonly satisfied: boolean | null;
  readonly text: string;
}

const perYear = 520;
const natures = [
  ["投诉", 0.42],
  ["咨询", 0.31],
  ["建议", 0.08],
  ["举报", 0.04],
  ["求助", 0.15],
] as const;
const sources = [
  ["12345", 0.62],
  ["12319", 0.18],
  ["信箱", 0.12],
  ["网上信访", 0.08],
] as const;
const service = ["服务态度", "办理质量", "一次告知"] as const;
const other = ["办理进度", "政策规定", "收费疑问", "设施设备"] as const;
const texts: Readonly<Record<string, readonly string[]>> = {
  服务态度: ["反映窗口人员解答时语气生硬", "反映排队到号后无人接待"],
  办理质量: ["反映办结的证照信息有误需重新办理", "反映材料录入差错导致往返"],
  一次告知: ["反映未一次告知所需材料多跑一次", "反映两次告知的材料清单不同"],
  办理进度: ["询问申请提交后的办理进度", "反映审核时间较长"],
  政策规定: ["询问提取条件和办理依据", "建议放宽线上办理范围"],
  收费疑问: ["询问收费标准和依据", "反映账单金额与预期不符"],
  设施设备: ["反映自助机取号异常", "建议增加等候区座位"],
};

/** About 520 a year; windows with many cases and low quality get more of them. */
export function buildComplaints(
  random: Random,
  windows: readonly SampleWindow[],
  people: readonly SamplePerson[],
  year: SampleYear,
  /** Nominated persons: the hard cases alone say what is found against them. */
  spared: ReadonlySet<string>,
): Complaint[] {
  const weights = windows.map((window) => [window, Math.min(window.monthlyCases, 8000) * (1.6 - qualityIn(window, year))] as const);
  return Array.from({ length: perYear }, () => {
    const window = random.weighted(weights);
    const month = yearMonth(year, random.int(1, 12));
    const staff = people.filter((person) => person.windowId === window.id && isPresentIn(person, year));
    const nature = random.weighted(natures);
    const person = staff.length > 0 && nature === "投诉" && random.chance(0.45) ? random.pick(staff) : null;
    const isService = nature === "投诉" && random.chance(0.45);
    const verdict = random.weighted<"属实" | "不属实" | "待核实">([
      ["属实", 0.2],
      ["不属实", 0.74],
      ["待核实", 0.06],
    ]);
    const isFact = nature === "投诉" || nature === "举报";
    const verified = isFact ? (person && spared.has(person.id) ? "不属实" : verdict) : null;
    return isOpenInMonth(window, month) ? [buildComplaint(random, { window, person, month, nature, verified, isService })] : [];
  }).flat();
}

/** One complaint, closed within twelve days unless it is still being looked into. */
export function buildComplaint(
  random: Random,
  complaint: {
    readonly window: SampleWindow;
    readonly person: SamplePerson | null;
    readonly month: string;
    readonly nature: string;
    readonly verified: Complaint["verified"];
    readonly isService: boolean;
  },
): Complaint {
  const { window, person, month, nature, verified, isService } = complaint;
  const category = random.pick(isService ? service : other);
  const receivedAt = `${month}-${two(random.int(1, 28))} ${two(random.int(8, 17))}:${two(random.int(0, 59))}:00`;
  return {
    windowId: window.id,
    personId: person?.id ?? null,
    source: random.weighted(sources),
    nature,
    category,
    receivedAt,
    closedAt: verified === "待核实" ? null : addMinutes(receivedAt, random.int(60, 12 * 24 * 60)),
    verified,
    dueToService: nature === "投诉" ? isService : null,
    satisfied: verified === "待核实" || random.chance(0.15) ? null : random.chance(0.88),
    text: `示例：${random.pick(texts[category] ?? ["反映一般事项"])}。`,
  };
}

const two = (value: number): string => String(value).padStart(2, "0");
