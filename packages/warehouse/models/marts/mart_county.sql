-- grain: one row per county that exists today or that a window was registered in
-- Successors: what became of it where it is no more or gave a part away, itself among them if it goes on. Comparable from: its area is another one since.
select
  county.code      as county_code,
  county.name      as county,
  county.city_code as city_code,
  county.valid_from,
  county.valid_to,
  county.successors,
  county.comparable_from,
  county.note
from ref_division county
where county.level = 'county'
  and (county.valid_to is null or county.code in (select county_code from stg_windows))
order by county_code
