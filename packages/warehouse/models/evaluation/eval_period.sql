-- grain: one row per application and period of an honour that is decided more often than once a year
create table eval_period (
  year int,
  honour varchar,
  period varchar,
  ends_on date,
  application_id varchar,
  subject_id varchar,
  subject_name varchar,
  state varchar,
  total_num bigint,
  total_den bigint,
  total_c int,
  rank int,
  passed boolean,
  missing varchar
);
