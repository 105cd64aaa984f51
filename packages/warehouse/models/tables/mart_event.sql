-- grain: one row per thing that happened to a version of a document
create table mart_event (
  event_no int,
  happened_at timestamp,
  action varchar,
  file_id varchar,
  path varchar,
  error_code varchar,
  rows_in int,
  accepted int,
  rejected int,
  superseded int,
  row_count int,
  by_file_id varchar
);
