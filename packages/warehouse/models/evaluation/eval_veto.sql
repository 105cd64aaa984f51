-- grain: one row per year, honour, subject and rule
create table eval_veto (
  year int,
  honour varchar,
  subject_id varchar,
  subject_name varchar,
  application_id varchar,
  window_id varchar,
  city_code varchar,
  rule varchar,
  state varchar,
  threshold int,
  counted int,
  undecided int,
  excluded int
);
