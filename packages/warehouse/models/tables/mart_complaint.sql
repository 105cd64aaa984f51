-- grain: one row per complaint
create table mart_complaint (
  complaint_id varchar,
  window_id varchar,
  person_id varchar,
  received_on date,
  closed_on date,
  source varchar,
  nature varchar,
  category varchar,
  verified varchar,
  due_to_service boolean,
  satisfied boolean,
  text varchar,
  file_id varchar,
  sheet varchar,
  row_no int
);
