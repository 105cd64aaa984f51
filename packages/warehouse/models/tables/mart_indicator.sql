-- grain: one row per subject, indicator and period
create table mart_indicator (
  scheme_id varchar,
  subject_id varchar,
  metric varchar,
  period varchar,
  ends_on date,
  value double,
  unit varchar,
  numerator double,
  denominator double,
  file_id varchar,
  sheet varchar,
  row_no int
);
