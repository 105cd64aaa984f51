-- grain: one row per scheme, honour and policy in force
create table eval_policy (
  scheme_id varchar,
  honour varchar,
  policy varchar,
  value varchar,
  is_default boolean,
  silent boolean,
  label_zh varchar,
  label_en varchar
);
