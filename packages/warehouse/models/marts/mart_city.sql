-- grain: one row per city
select code as city_code, name as city, cast(row_number() over (order by code) as int) as sort
from ref_division
where level = 'city'
order by sort
