-- zh: 名录里的曾用名是上一年另一编号的窗口，而没有相应的窗口沿革：若是同一窗口，请补交沿革，否则往年不会接上
-- en: A former name in the register is that of last year's window with another number, and no change says so: hand one in if it is the same window, or its past is not joined
-- severity: warning
select concat(now.window_id, ' ', now.year) as what, concat(before.window_id, ' ', before.name) as detail, now.file_id, now.sheet, now.row_no
from stg_windows now
join stg_windows before
  on before.year = now.year - 1
  and before.window_id <> now.window_id
  and list_contains(list_transform(regexp_split_to_array(now.former_names, '[、，,;；]'), name -> trim(name)), before.name)
where before.window_id not in (select window_id from stg_windows later where later.year = now.year)
  and not exists (select 1 from mart_window_line line where line.window_id = now.window_id and line.ancestor_id = before.window_id)
