-- grain: one row per old window, new window and day of the change
create table mart_window_change (
  from_window varchar,
  to_window varchar,
  kind varchar,
  changed_on date,
  document varchar,
  note varchar,
  in_force boolean,
  file_id varchar,
  sheet varchar,
  row_no int
);
