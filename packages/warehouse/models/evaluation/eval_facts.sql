-- grain: one row per year, honour and application: all that the rules were applied to, so that they can be applied again
create table eval_facts (
  year int,
  honour varchar,
  application_id varchar,
  label varchar,
  facts varchar,
  excluded varchar
);
