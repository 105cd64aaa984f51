-- grain: one row per application
create table mart_application (
  application_id varchar,
  scheme_id varchar,
  year int,
  honour varchar,
  subject_id varchar,
  subject_name varchar,
  subject_kind varchar,
  unit varchar,
  tier varchar,
  began_on date,
  in_use boolean,
  window_id varchar,
  city_code varchar,
  recommender varchar,
  submitted_at timestamp,
  deeds_length int
);
