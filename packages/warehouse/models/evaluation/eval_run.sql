-- grain: one row per year and honour
create table eval_run (
  year int,
  honour varchar,
  scheme_id varchar,
  edition varchar,
  scheme_hash varchar,
  restated boolean,
  round varchar,
  as_of date,
  applications int,
  ranked int,
  undecided int,
  vetoed int,
  unscored int,
  ineligible int,
  not_applied int,
  store_hash varchar,
  software varchar,
  evaluated_at varchar
);
