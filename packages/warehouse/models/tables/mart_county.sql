-- grain: one row per county that has windows or exists today
create table mart_county (
  county_code varchar,
  county varchar,
  city_code varchar,
  valid_from date,
  valid_to date,
  successors varchar,
  comparable_from date,
  note varchar
);
