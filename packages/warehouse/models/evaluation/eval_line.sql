-- grain: one row per step of an application's score
create table eval_line (
  year int,
  honour varchar,
  application_id varchar,
  line_no int,
  item varchar,
  clause varchar,
  kind varchar,
  points_num bigint,
  points_den bigint,
  asked_c int,
  grader_id varchar,
  reason varchar,
  evidence varchar,
  record_id varchar,
  source_document varchar,
  source_clause varchar,
  file_id varchar,
  sheet varchar,
  row_no int,
  cell varchar
);
