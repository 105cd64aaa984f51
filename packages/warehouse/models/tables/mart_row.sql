-- grain: one row per row that was handed in and that no other mart places
create table mart_row (
  kind varchar,
  subject_id varchar,
  application_id varchar,
  grader_id varchar,
  record_id varchar,
  figures varchar,
  file_id varchar,
  sheet varchar,
  row_no int,
  cell varchar,
  superseded_by varchar
);
