import type { ExplanationNode } from "@mingchuang/rubric/explain/explanation";
import type { Origin } from "@mingchuang/rubric/facts";
import { formatPoints } from "@mingchuang/rubric/points";
import type { Source } from "@mingchuang/rubric/source";
import type { Terminal } from "./terminal.ts";

/** What a tree is told with: the terminal's language, and where files lay. */
export interface Telling extends Pick<Terminal, "language" | "messages"> {
  readonly pathOf: (fileId: string) => string;
}

/** So wide is the column of points. */
const pointsWidth = 8;

/**
 * A tree as text, a line a step: its points, where a tree has any, in a column of their own; its sentence, indented by its depth; the rule,
 * where it is another than that of the step above; the record, and the cell that it was read from.
 */
export function explanationText(root: ExplanationNode, telling: Telling): string {
  return linesOf(root, telling, root.points === null ? 0 : pointsWidth, 1, null).join("\n");
}

function linesOf(node: ExplanationNode, telling: Telling, width: number, depth: number, above: Source | null): string[] {
  const { points, sentence, source, origin, recordId, children } = node;
  const amount = (points === null ? "" : formatPoints(points)).padStart(width);
  const rule = source === null || (source.document === above?.document && source.clause === above.clause) ? [] : [`[${cited(source)}]`];
  const record = points === null && recordId !== null ? [recordId] : [];
  const cell = origin === null ? [] : [`← ${placeOf(origin, telling)}`];
  const line = [`${amount}${"  ".repeat(depth)}${sentence[telling.language]}`, ...rule, ...record, ...cell].join("  ");
  return [line, ...children.flatMap((child) => linesOf(child, telling, width, depth + 1, source ?? above))];
}

/** A rule's place in its document: `zj-2023-notice 附件5·3·1`. */
export const cited = ({ document, clause }: Source): string => `${document} ${clause}`;

function placeOf({ fileId, sheet, row, cell }: Origin, { messages, pathOf }: Telling): string {
  const within = [...(sheet === null || sheet === "" ? [] : [sheet]), cell ?? messages.line(row)];
  return `${pathOf(fileId)} ${within.join(" ")}`;
}
