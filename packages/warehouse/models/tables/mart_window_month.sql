-- grain: one row per window and month that was handed in
create table mart_window_month (
  window_id varchar,
  month date,
  cases int,
  active_reviews int,
  default_reviews int,
  level_5 int,
  level_4 int,
  level_3 int,
  level_2 int,
  level_1 int,
  good int,
  bad int,
  handled int,
  handling_p50 double,
  handling_p90 double,
  counted_from varchar,
  file_id varchar,
  sheet varchar,
  row_no int
);
