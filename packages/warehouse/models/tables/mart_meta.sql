-- grain: one row
create table mart_meta (
  schema_version int,
  profile varchar,
  as_of date,
  is_sample boolean,
  generated_at varchar,
  software varchar
);
