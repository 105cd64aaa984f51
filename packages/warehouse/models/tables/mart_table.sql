-- grain: one row per table (sheet and kind) of a file version
create table mart_table (
  file_id varchar,
  sheet varchar,
  kind varchar,
  header_row int,
  rows_in int,
  accepted int,
  rejected int,
  superseded int,
  note varchar,
  ignored_columns varchar,
  absent_columns varchar
);
