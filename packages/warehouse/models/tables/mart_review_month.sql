-- grain: one row per month, file and sheet with reviews handed in one by one
create table mart_review_month (
  month date,
  file_id varchar,
  sheet varchar,
  reviews int
);
