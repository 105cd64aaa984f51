-- grain: one row per person and year of the register
-- Spaces that only align a name of two characters with those of three are no part of it.
select
  scheme_id,
  year,
  person_id,
  case when regexp_matches(name, '^[\p{Han}\s]+$') then regexp_replace(name, '\s+', '', 'g') else trim(name) end as name,
  window_id,
  trim(position) as position,
  joined_on,
  left_on,
  front_line,
  on_staff,
  file_id,
  sheet,
  row_no
from store.raw_people
where superseded_by is null
