-- grain: one row per county that exists today or that a window was registered in
select
  county.code      as county_code,
  county.name      as county,
  county.city_code as city_code
from ref_division county
where county.level = 'county'
  and (county.valid_to is null or county.code in (select county_code from stg_windows))
order by county_code
