-- grain: one row per scheme edition
create table mart_scheme (
  scheme_id varchar,
  edition varchar,
  body varchar
);
