-- grain: one row per person and year
create table mart_person (
  year int,
  person_id varchar,
  name varchar,
  window_id varchar,
  position varchar,
  joined_on date,
  on_staff boolean
);
