/**
 * SQL that gives the windows which stand for one window over the years: itself, and those that it came from until the day on which each
 * passed on. `is_whole` is false for one that was split on the way: its counts are not those of the window. The id is SQL too (`$1`).
 */
export const windowLine = (id: string): string => `
  select ${id}::varchar as stands_id, null::date as left_on, true as is_whole
  union all
  select ancestor_id, left_on, is_whole from mart_window_line where window_id = ${id}`;

/**
 * SQL that says whether a window of a line stands for its last one in a year's register: one that passed on during the year does only if
 * the register does not have its successor yet.
 */
export const standsIn = (year: string, line: string, id: string): string => `(
  ${line}.left_on is null or ${year} < year(${line}.left_on)
  or ${year} = year(${line}.left_on) and not exists (select 1 from mart_window own where own.window_id = ${id} and own.year = ${year}))`;
