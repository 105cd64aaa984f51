-- grain: one row per city
create table mart_city (
  city_code varchar,
  city varchar,
  sort int
);
