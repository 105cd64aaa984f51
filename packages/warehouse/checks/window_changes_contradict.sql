-- zh: 窗口沿革互相矛盾：同一窗口既撤销又另有去向，或不止一天被改编、合并，或一分为几却不是拆分
-- en: Changes of a window contradict one another: closed and gone elsewhere, passed on on several days, or into several without being split
-- severity: warning
-- problem: D273 window_changes kind from_window
with ends as (
  select * from stg_window_changes where to_window is null or to_window <> from_window
),
contradicting as (
  select from_window
  from ends
  group by from_window
  having (bool_or(to_window is null) and bool_or(to_window is not null))
    or count(distinct changed_on) > 1
    or (count(distinct to_window) > 1 and bool_or(kind <> 'split'))
)
select from_window as what, concat_ws(' ', kind, to_window, changed_on) as detail, file_id, sheet, row_no
from ends
where from_window in (select from_window from contradicting)
