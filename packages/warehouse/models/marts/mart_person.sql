-- grain: one row per person and year
select year, person_id, name, window_id, position, joined_on, on_staff
from stg_people
order by year, person_id
