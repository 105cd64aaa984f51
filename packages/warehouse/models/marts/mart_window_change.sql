-- grain: one row per old window, new window and day of the change
-- In force: the change passes a number on, or says something of a window that keeps its own; one that runs in a circle with others does neither.
select
  change.from_window,
  change.to_window,
  change.kind,
  change.changed_on,
  change.document,
  change.note,
  change.to_window is null or change.to_window = change.from_window or edge.from_window is not null as in_force,
  change.file_id,
  change.sheet,
  change.row_no
from stg_window_changes change
left join stg_window_edges edge on edge.from_window = change.from_window and edge.to_window = change.to_window
order by change.changed_on, change.from_window, change.to_window
