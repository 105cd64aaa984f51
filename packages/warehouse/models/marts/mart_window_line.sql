-- grain: one row per window and window that it came from, over any number of changes
-- Left on: the day from which the earlier one is no more. Whole: nothing of it went elsewhere on the way, so that its counts add up to those of the later one.
with recursive line as (
  select to_window as window_id, from_window as ancestor_id, changed_on as left_on, is_whole
  from stg_window_edges
  union
  select line.window_id, edge.from_window, edge.changed_on, line.is_whole and edge.is_whole
  from line
  join stg_window_edges edge on edge.to_window = line.ancestor_id and edge.changed_on <= line.left_on
)
select window_id, ancestor_id, min(left_on) as left_on, bool_and(is_whole) as is_whole
from line
group by window_id, ancestor_id
order by window_id, ancestor_id
