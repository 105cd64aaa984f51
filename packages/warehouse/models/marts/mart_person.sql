-- grain: one row per person and year
select scheme_id, year, person_id, name, window_id, position, joined_on, left_on, front_line, on_staff
from stg_people
order by year, person_id
