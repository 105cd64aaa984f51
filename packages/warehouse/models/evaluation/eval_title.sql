-- grain: one row per year, title and subject
create table eval_title (
  year int,
  honour varchar,
  title varchar,
  subject_id varchar,
  subject_name varchar,
  window_id varchar,
  city_code varchar,
  as_of date,
  state varchar,
  since date,
  holds boolean,
  due date,
  missing varchar,
  possible varchar,
  sentence_zh varchar,
  sentence_en varchar
);
