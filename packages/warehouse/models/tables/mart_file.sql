-- grain: one row per file version
create table mart_file (
  file_id varchar,
  path varchar,
  sha256 varchar,
  format varchar,
  encoding varchar,
  state varchar,
  error_code varchar,
  replaced_by varchar,
  rows_in int,
  accepted int,
  rejected int,
  superseded int,
  seq int,
  bytes bigint,
  mapping varchar,
  error_detail varchar
);
