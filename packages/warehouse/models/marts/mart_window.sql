-- grain: one row per window and year
-- Names are those of that year's register: a county that has been abolished since keeps its own.
select
  now.scheme_id,
  now.year,
  now.window_id,
  now.name,
  now.former_names,
  now.city_code,
  now.city,
  now.county_code,
  now.county,
  now.level,
  now.domain,
  now.tier,
  now.unit,
  now.staff_count,
  now.opened_on,
  now.closed_on,
  case when before.name <> now.name then before.name end as renamed_from,
  now.address,
  now.postcode,
  now.contact,
  now.phone
from stg_windows now
left join stg_windows before on before.window_id = now.window_id and before.year = now.year - 1
order by now.year, now.window_id
