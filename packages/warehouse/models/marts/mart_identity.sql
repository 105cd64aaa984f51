-- grain: one row per window number that a register or a change names
-- Identity: the number that stands for the window today, through every change that left it whole. A window that was split or closed stands for itself.
with recursive numbers as (
  select window_id from stg_windows
  union
  select from_window from stg_window_edges
  union
  select to_window from stg_window_edges
),
forward as (
  select from_window as window_id, to_window as later_id from stg_window_edges where is_whole
  union
  select forward.window_id, edge.to_window from forward join stg_window_edges edge on edge.from_window = forward.later_id and edge.is_whole
),
ends as (
  select window_id, min(later_id) as identity
  from forward
  where later_id not in (select from_window from stg_window_edges where is_whole)
  group by window_id
),
registered as (
  select window_id, min(opened_on) as opened_on, max(closed_on) as closed_on from stg_windows group by window_id
),
closed as (
  select from_window, max(changed_on) as changed_on from stg_window_changes where kind = 'closed' group by from_window
),
came as (
  select to_window, min(changed_on) as changed_on, string_agg(from_window, ', ' order by from_window) as predecessors
  from stg_window_edges group by to_window
),
went as (
  select from_window, max(changed_on) as changed_on, string_agg(to_window, ', ' order by to_window) as successors
  from stg_window_edges group by from_window
)
select
  numbers.window_id,
  coalesce(ends.identity, numbers.window_id) as identity,
  coalesce(registered.opened_on, came.changed_on) as valid_from,
  coalesce(went.changed_on, closed.changed_on, registered.closed_on) as valid_to,
  came.predecessors,
  went.successors
from numbers
left join ends on ends.window_id = numbers.window_id
left join registered on registered.window_id = numbers.window_id
left join closed on closed.from_window = numbers.window_id
left join came on came.to_window = numbers.window_id
left join went on went.from_window = numbers.window_id
order by numbers.window_id
