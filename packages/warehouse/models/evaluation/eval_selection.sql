-- grain: one row per stage and application
create table eval_selection (
  year int,
  honour varchar,
  stage varchar,
  application_id varchar,
  subject_id varchar,
  subject_name varchar,
  rank int,
  outcome varchar,
  reason varchar,
  bar varchar,
  rules varchar,
  behind varchar,
  behind_num bigint,
  behind_den bigint,
  sentence_zh varchar,
  sentence_en varchar
);
