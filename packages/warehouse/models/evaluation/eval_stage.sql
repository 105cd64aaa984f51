-- grain: one row per year, honour and stage of the selection
create table eval_stage (
  year int,
  honour varchar,
  stage varchar,
  seq int,
  status varchar,
  provisional boolean,
  least int,
  most int,
  chosen int,
  open int,
  vacant int,
  sentence_zh varchar,
  sentence_en varchar
);
