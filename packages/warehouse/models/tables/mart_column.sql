-- grain: one row per field that was read from a table of a file version
create table mart_column (
  file_id varchar,
  sheet varchar,
  kind varchar,
  header_row int,
  field varchar,
  header varchar,
  place varchar
);
