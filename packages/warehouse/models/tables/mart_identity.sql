-- grain: one row per window number that a register or a change names
create table mart_identity (
  window_id varchar,
  identity varchar,
  valid_from date,
  valid_to date,
  predecessors varchar,
  successors varchar
);
