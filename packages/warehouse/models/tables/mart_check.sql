-- grain: one row per check that was run, whether it found anything or not
create table mart_check (
  name varchar,
  zh varchar,
  en varchar,
  severity varchar,
  violations int
);
