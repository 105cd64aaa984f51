-- grain: one row per step of a title's life
create table eval_title_step (
  year int,
  honour varchar,
  title varchar,
  subject_id varchar,
  seq int,
  happened_on date,
  cause varchar,
  from_state varchar,
  to_state varchar,
  transition varchar,
  record_id varchar,
  sentence_zh varchar,
  sentence_en varchar,
  source_document varchar,
  source_clause varchar
);
