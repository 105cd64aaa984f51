-- grain: one row per old and new window by which a number passes on into another; those that run in a circle are left out, since nothing follows from them
-- A window that becomes several is a part of what it was, whatever the change is called.
with recursive edges as (
  select from_window, to_window, min(changed_on) as changed_on, arg_min(kind, changed_on) as kind
  from stg_window_changes
  where to_window <> from_window
  group by from_window, to_window
),
reach as (
  select from_window, to_window from edges
  union
  select reach.from_window, edges.to_window from reach join edges on edges.from_window = reach.to_window
)
select
  from_window,
  to_window,
  changed_on,
  kind,
  kind <> 'split' and count(*) over (partition by from_window) = 1 as is_whole
from edges
where not exists (select 1 from reach where reach.from_window = edges.to_window and reach.to_window = edges.from_window)
