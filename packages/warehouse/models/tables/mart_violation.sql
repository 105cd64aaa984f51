-- grain: one row per thing a check found, the first of them where there are very many
create table mart_violation (
  name varchar,
  what varchar,
  detail varchar,
  file_id varchar,
  sheet varchar,
  row_no int
);
