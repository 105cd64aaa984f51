-- grain: one row per window and year
create table mart_window (
  scheme_id varchar,
  year int,
  window_id varchar,
  name varchar,
  former_names varchar,
  city_code varchar,
  city varchar,
  county_code varchar,
  county varchar,
  level varchar,
  domain varchar,
  tier varchar,
  unit varchar,
  staff_count int,
  opened_on date,
  closed_on date,
  renamed_from varchar,
  address varchar,
  postcode varchar,
  contact varchar,
  phone varchar
);
