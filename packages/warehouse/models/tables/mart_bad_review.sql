-- grain: one row per bad review
create table mart_bad_review (
  review_id varchar,
  window_id varchar,
  person_id varchar,
  rated_on date,
  channel varchar,
  level int,
  cause varchar,
  visited_at timestamp,
  appealed_at timestamp,
  appeal_result varchar,
  rectified_at timestamp,
  follow_up_level int,
  reason varchar,
  file_id varchar,
  sheet varchar,
  row_no int
);
