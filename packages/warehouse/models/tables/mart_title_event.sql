-- grain: one row per event of a title's life
create table mart_title_event (
  scheme_id varchar,
  event_id varchar,
  subject_id varchar,
  event varchar,
  happened_on date,
  due_on date,
  document varchar,
  file_id varchar,
  sheet varchar,
  row_no int
);
