-- grain: one row per county that has windows or exists today
create table mart_county (
  county_code varchar,
  county varchar,
  city_code varchar
);
