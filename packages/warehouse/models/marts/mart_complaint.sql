-- grain: one row per complaint
select
  complaint_id,
  window_id,
  person_id,
  cast(received_at as date) as received_on,
  cast(closed_at as date)   as closed_on,
  source,
  nature,
  category,
  verified,
  due_to_service,
  satisfied,
  text,
  file_id,
  sheet,
  row_no
from stg_complaints
order by window_id, received_at, complaint_id
