-- grain: one row per window and window that it came from, over any number of changes
create table mart_window_line (
  window_id varchar,
  ancestor_id varchar,
  left_on date,
  is_whole boolean
);
