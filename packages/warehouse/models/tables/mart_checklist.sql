-- grain: one row per subject, point and day
create table mart_checklist (
  scheme_id varchar,
  subject_id varchar,
  point varchar,
  kept boolean,
  checked_on date,
  evidence varchar,
  file_id varchar,
  sheet varchar,
  row_no int
);
