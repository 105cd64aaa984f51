-- grain: one row per application
select
  application_id,
  scheme_id,
  year,
  honour,
  subject_id,
  trim(subject_name) as subject_name,
  subject_kind,
  trim(unit)         as unit,
  trim(tier)         as tier,
  began_on,
  in_use,
  trim(recommender)  as recommender,
  submitted_at,
  opinion_discipline,
  opinion_discipline_on,
  opinion_unit,
  opinion_unit_on,
  opinion_city,
  opinion_city_on,
  deeds,
  file_id,
  sheet,
  row_no
from store.raw_applications
where superseded_by is null
