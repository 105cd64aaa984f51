import { contradictions, type Statement, sumOf } from "../statement.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

type Version = Statement["versions"][number];

/** What a document says in more than one way: every version that differs from the first is named, none is preferred. */
export function lintStatements(statements: readonly Statement[]): SchemeWarning[] {
  return statements.flatMap((statement, place) => {
    const [first] = statement.versions;
    if (first === undefined) return [];
    return contradictions(statement).map((version) => {
      const [zh, en] = [tell("zh", statement, version, first), tell("en", statement, version, first)];
      return warning("R305", ["statements", place, "versions", statement.versions.indexOf(version)], zh, en);
    });
  });
}

function tell(language: "zh" | "en", { compare, unit, label }: Statement, version: Version, first: Version): string {
  const say = (each: Version) => {
    const figures = each.figures.map(({ times, amount }) => (times === 1 ? String(amount) : `${times} × ${amount}`));
    const sum = compare === "sum" && each.figures.some(({ times }) => times !== 1 || each.figures.length > 1) ? ` = ${sumOf(each)}` : "";
    return `${figures.join(compare === "sum" ? " + " : " / ")}${sum}${unit === undefined ? "" : ` ${unit[language]}`}`;
  };
  if (language === "zh") return `${label.zh}：“${version.label.zh}”为 ${say(version)}，“${first.label.zh}”为 ${say(first)}`;
  return `${label.en}: “${version.label.en}” says ${say(version)}, “${first.label.en}” says ${say(first)}`;
}
