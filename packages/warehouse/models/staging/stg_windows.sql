-- grain: one row per window and year of the register
-- A code that was not handed in is found by the name; a name that was not handed in, by the code.
with register as (
  select
    *,
    left(trim(county_code), 6)                                              as given_county,
    left(coalesce(trim(city_code), trim(county_code)), 4) || '00' as given_city
  from store.raw_windows
  where superseded_by is null
),
placed as (
  select register.*, coalesce(given_city, named.code) as found_city
  from register
  left join ref_division named
    on named.level = 'city' and trim(register.city) in (named.name, replace(named.name, '市', ''))
)
select
  placed.scheme_id,
  placed.year,
  placed.window_id,
  trim(placed.name)                                 as name,
  trim(placed.former_names)            as former_names,
  placed.found_city                                 as city_code,
  coalesce(city.name, trim(placed.city))            as city,
  coalesce(placed.given_county, named.code)         as county_code,
  coalesce(trim(placed.county), coded.name)         as county,
  placed.level,
  placed.domain,
  trim(placed.tier)                                 as tier,
  trim(placed.unit)                                 as unit,
  trim(placed.address)                              as address,
  trim(placed.postcode)                             as postcode,
  trim(placed.contact)                              as contact,
  trim(placed.phone)                                as phone,
  placed.staff_count,
  placed.opened_on,
  placed.closed_on,
  placed.file_id,
  placed.sheet,
  placed.row_no
from placed
left join ref_division city  on city.level = 'city' and city.code = placed.found_city
left join ref_division named on named.level = 'county' and named.name = trim(placed.county) and named.city_code = placed.found_city
left join ref_division coded on coded.level = 'county' and coded.code = placed.given_county
