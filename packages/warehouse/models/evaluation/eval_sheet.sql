-- grain: one row per application and grader
create table eval_sheet (
  year int,
  honour varchar,
  application_id varchar,
  grader_id varchar,
  points_num bigint,
  points_den bigint,
  points_c int,
  kept boolean,
  dropped_because varchar,
  missing varchar
);
