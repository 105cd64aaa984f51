-- grain: one row per complaint
-- A complaint or report that nobody has verified yet is pending; the other natures are not verified at all.
select
  complaint_id,
  window_id,
  person_id,
  trim(source)   as source,
  nature,
  trim(category) as category,
  received_at,
  closed_at,
  case when nature in ('complaint', 'report') then coalesce(verified, 'pending') else verified end as verified,
  due_to_service,
  satisfied,
  text,
  file_id,
  sheet,
  row_no
from store.raw_complaints
where superseded_by is null
