-- zh: 窗口沿革首尾相接绕成一圈，这些变更不予采用
-- en: Changes of windows run in a circle; they are not used
-- severity: warning
-- problem: D272 window_changes to_window from_window
select concat(from_window, ' → ', to_window) as what, cast(changed_on as varchar) as detail, file_id, sheet, row_no
from mart_window_change
where not in_force
