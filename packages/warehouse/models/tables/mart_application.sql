-- grain: one row per application
create table mart_application (
  application_id varchar,
  year int,
  honour varchar,
  subject_id varchar,
  subject_name varchar,
  window_id varchar,
  city_code varchar,
  recommender varchar,
  submitted_at timestamp,
  deeds_length int
);
