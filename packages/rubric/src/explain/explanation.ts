import type { Bilingual } from "../bilingual.ts";
import type { Origin } from "../facts.ts";
import { comparePoints, type Points } from "../points.ts";
import { sumRatios } from "../ratio.ts";
import type { Source } from "../source.ts";

/**
 * One step of an answer to "why?", which a page draws as a tree. A `leaf` carries points, a `sum` has those of all leaves below it, exactly;
 * a `note` carries none: a veto, a record that did not count, a sheet that takes no part.
 */
export interface ExplanationNode {
  readonly kind: "sum" | "leaf" | "note";
  /** Unlike any other in its tree. */
  readonly id: string;
  readonly label: Bilingual;
  readonly points: Points | null;
  readonly sentence: Bilingual;
  /** Where the rule is written. */
  readonly source: Source | null;
  /** The row of the file that it was read from. */
  readonly origin: Origin | null;
  readonly recordId: string | null;
  readonly children: readonly ExplanationNode[];
}

type Given = Partial<Pick<ExplanationNode, "source" | "origin" | "recordId" | "children">>;

const nothing = { source: null, origin: null, recordId: null, children: [] };

export function note(id: string, label: Bilingual, sentence: Bilingual, given: Given = {}): ExplanationNode {
  return { kind: "note", id, label, points: null, sentence, ...nothing, ...given };
}

export function leaf(id: string, label: Bilingual, sentence: Bilingual, points: Points, given: Omit<Given, "children">): ExplanationNode {
  return { kind: "leaf", id, label, points, sentence, ...nothing, ...given };
}

/** A step with the points that it states; that its leaves come to them is for `unexplained` to see. */
export function sum(id: string, label: Bilingual, sentence: Bilingual, points: Points, given: Given): ExplanationNode {
  return { kind: "sum", id, label, points, sentence, ...nothing, ...given };
}

/** Every leaf of a tree, from the first to the last. */
export function leavesOf(node: ExplanationNode): ExplanationNode[] {
  return node.kind === "leaf" ? [node] : node.children.flatMap(leavesOf);
}

/** What the leaves of some trees come to, exactly. */
export function sumOfLeaves(...nodes: readonly ExplanationNode[]): Points {
  return sumRatios(nodes.flatMap(leavesOf).flatMap(({ points }) => (points === null ? [] : [points])));
}

/** The steps that are not the sum of the leaves below them: none, unless a leaf was taken away or changed. */
export function unexplained(node: ExplanationNode): ExplanationNode[] {
  const below = node.children.flatMap(unexplained);
  return node.points === null || comparePoints(node.points, sumOfLeaves(node)) === 0 ? below : [node, ...below];
}
