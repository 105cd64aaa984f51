-- grain: one row per application and item
create table eval_item (
  year int,
  honour varchar,
  application_id varchar,
  item varchar,
  seq int,
  max_c int,
  points_num bigint,
  points_den bigint,
  points_c int,
  self_c int
);
