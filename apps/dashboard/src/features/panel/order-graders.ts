const collator = new Intl.Collator("zh-CN", { numeric: true });

/** Each grader once, in the order in which people count: 评委2 before 评委10. */
export function orderGraders(graders: Iterable<string>): readonly string[] {
  return [...new Set(graders)].sort(collator.compare);
}
