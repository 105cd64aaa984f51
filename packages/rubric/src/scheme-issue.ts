import type { z } from "zod";
import type { Bilingual } from "./bilingual.ts";
import type { RubricErrorCode } from "./errors.ts";
import type { Path } from "./yaml-text.ts";

/** One thing that a scheme gets wrong, before its place in the text is known. */
export interface SchemeIssue {
  readonly code: RubricErrorCode;
  readonly path: Path;
  readonly detail: Bilingual;
}

export function issue(code: RubricErrorCode, path: Path, zh: string, en: string): SchemeIssue {
  return { code, path, detail: { zh, en } };
}

/** The entries of a list whose id was used before. */
export function repeated(entries: readonly { readonly id: string }[], path: Path): SchemeIssue[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, place) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [issue("R107", [...path, place, "id"], `编号“${id}”已经用过`, `the id "${id}" is taken`)];
  });
}

type ZodIssue = z.core.$ZodIssue;

const types: Readonly<Record<string, Bilingual>> = {
  string: { zh: "文字", en: "text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "一组键值", en: "a group of entries" },
  record: { zh: "一组键值", en: "a group of entries" },
};

/** What a reader of the scheme should know about one issue that zod found in `value`; one issue may name several wrong keys. */
export function schemeIssues(issue: ZodIssue, value: unknown): SchemeIssue[] {
  const { path } = issue;
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const nearest = [...issue.errors].sort((a, b) => a.length - b.length || deepest(b) - deepest(a))[0] ?? [];
    return nearest.flatMap((inner) => schemeIssues({ ...inner, path: [...path, ...inner.path] }, value));
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      code: "R103" as const,
      path: [...path, key],
      detail: { zh: `这里没有“${key}”这一项`, en: `there is no entry "${key}" here` },
    }));
  }
  if (path.length > 0 && valueAt(value, path) === undefined) {
    const key = String(path.at(-1));
    const code = path.some((part) => part === "source") ? "R105" : "R102";
    return [{ code, path, detail: { zh: `缺少“${key}”`, en: `"${key}" is missing` } }];
  }
  return [{ code: "R104", path, detail: describe(issue, valueAt(value, path)) }];
}

function describe(issue: ZodIssue, given: unknown): Bilingual {
  const written = JSON.stringify(given) ?? String(given);
  const should = (zh: string, en: string): Bilingual => ({
    zh: `写的是 ${written}，应为${zh}`,
    en: `it says ${written}, it should be ${en}`,
  });
  switch (issue.code) {
    case "invalid_type": {
      const type = types[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return should(type.zh, type.en);
    }
    case "invalid_value": {
      const values = issue.values.map(String);
      return should(`其中之一：${values.join("、")}`, `one of: ${values.join(", ")}`);
    }
    case "invalid_union":
      return should("本系统认识的一种（kind、decides、method 之一写错）", "one of the kinds known here (see kind, decides or method)");
    case "invalid_format":
      return should(
        "规定的格式（编号用字母、数字和短横线；日期用 2023-08-30 或 08-30）",
        "in the form required (ids: letters, digits, hyphens; days: 2023-08-30 or 08-30)",
      );
    case "not_multiple_of":
      return should("至多两位小数的数字", "a number with at most two decimals");
    case "too_small":
      if (issue.origin === "string") return should("非空的文字", "some text");
      if (issue.origin === "array") return should("非空的列表", "a list that is not empty");
      return should(
        `${issue.inclusive ? "不小于" : "大于"} ${issue.minimum} 的数字`,
        `${issue.inclusive ? "at least" : "above"} ${issue.minimum}`,
      );
    default:
      return { zh: `写的是 ${written}，不合规定`, en: `it says ${written}: ${issue.message}` };
  }
}

function deepest(issues: readonly ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, key) => (here as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}
