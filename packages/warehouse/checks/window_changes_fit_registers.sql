-- zh: 窗口沿革与名录不符：所写的窗口不在任何名录里，或变更后的年度仍登记着原窗口
-- en: Changes of windows do not fit the registers: a window is in none, or the old one is still registered in a later year
-- severity: warning
-- problem: D274 window_changes from_window to_window
select change.from_window as what, concat('名录中没有 ', named.window_id) as detail, change.file_id, change.sheet, change.row_no
from stg_window_changes change
cross join lateral (select unnest([change.from_window, change.to_window]) as window_id) named
where named.window_id is not null
  and named.window_id not in (select window_id from stg_windows)
  and exists (select 1 from stg_windows)
union all
select change.from_window, concat_ws(' ', change.kind, change.changed_on, later.year), change.file_id, change.sheet, change.row_no
from stg_window_changes change
join stg_windows later on later.window_id = change.from_window and later.year > year(change.changed_on)
where (change.to_window is null or change.to_window <> change.from_window)
  and change.kind <> 'split'
