/** Where a rule stands on the rubric page, so that any page can point to it: `/rubric#red-flag-window.conduct.attitude`. */
export const rubricAnchor = {
  document: (id: string) => `document.${id}`,
  policy: (id: string) => `policy.${id}`,
  /** A clause, a level or a part of an item; without one the item itself. */
  item: (honour: string, item: string, clause: string | null = null) => `${honour}.${item}${clause === null ? "" : `.${clause}`}`,
  veto: (honour: string, rule: string) => `${honour}.veto.${rule}`,
} as const;
