-- grain: one row per record that a veto rule looked at
create table eval_veto_record (
  year int,
  honour varchar,
  subject_id varchar,
  rule varchar,
  record_kind varchar,
  record_id varchar,
  occurred_on date,
  disposition varchar,
  because varchar,
  file_id varchar,
  sheet varchar,
  row_no int
);
