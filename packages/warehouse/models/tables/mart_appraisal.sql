-- grain: one row per subject, source and period
create table mart_appraisal (
  scheme_id varchar,
  subject_id varchar,
  source varchar,
  period varchar,
  ends_on date,
  score double,
  rank int,
  file_id varchar,
  sheet varchar,
  row_no int
);
