-- grain: one row per problem of a row or cell
create table mart_problem (
  file_id varchar,
  path varchar,
  sheet varchar,
  row_no int,
  cell varchar,
  field varchar,
  value varchar,
  code varchar,
  severity varchar,
  row_text varchar
);
