-- grain: one row per person and year
create table mart_person (
  scheme_id varchar,
  year int,
  person_id varchar,
  name varchar,
  window_id varchar,
  position varchar,
  joined_on date,
  left_on date,
  front_line boolean,
  on_staff boolean
);
