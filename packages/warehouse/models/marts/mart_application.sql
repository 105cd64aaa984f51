-- grain: one row per application
-- The subject is looked up in the register of the application's year; without one, in the last before it, then in the first after it.
-- A project is in no register: its place is that of the unit that applies.
with person_of as (
  select application.application_id, person.name, person.window_id
  from stg_applications application
  join mart_person person on person.person_id = application.subject_id
  qualify row_number() over (
    partition by application.application_id
    order by person.year > application.year, abs(person.year - application.year)
  ) = 1
),
window_of as (
  select application.application_id, register.window_id, register.name, register.city_code, register.tier
  from stg_applications application
  left join person_of on person_of.application_id = application.application_id
  join mart_window register
    on register.window_id in (coalesce(person_of.window_id, application.subject_id), application.unit)
  qualify row_number() over (
    partition by application.application_id
    order by register.window_id = application.unit, register.year > application.year, abs(register.year - application.year)
  ) = 1
)
select
  application.application_id,
  application.scheme_id,
  application.year,
  application.honour,
  application.subject_id,
  coalesce(
    person_of.name,
    case when window_of.window_id = application.subject_id then window_of.name end,
    application.subject_name
  )                                                                  as subject_name,
  application.subject_kind,
  application.unit,
  coalesce(application.tier, window_of.tier)                         as tier,
  application.began_on,
  application.in_use,
  coalesce(window_of.window_id, person_of.window_id)                 as window_id,
  coalesce(window_of.city_code, recommending.city_code)              as city_code,
  application.recommender,
  application.submitted_at,
  cast(length(application.deeds) as int)                             as deeds_length
from stg_applications application
left join person_of    on person_of.application_id = application.application_id
left join window_of    on window_of.application_id = application.application_id
left join mart_city recommending on starts_with(application.recommender, recommending.city)
order by application.year, application.honour, application.application_id
