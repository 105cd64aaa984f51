-- zh: 申报填了一部分项目的自评分，另一部分没有填
-- en: An application gives its own score for some items and not for others
-- severity: warning
-- problem: D268 applications application_id
with wanted as (
  select scheme, honour, item, label, min(place) as place
  from ref_clause
  group by scheme, honour, item, label
)
select application.application_id as what, string_agg(wanted.label, '、' order by wanted.place) as detail,
  application.file_id, application.sheet, application.row_no
from stg_applications application
join wanted
  on wanted.honour = application.honour
  and wanted.scheme = coalesce(application.scheme_id, (select min(scheme) from ref_clause where ref_clause.honour = application.honour))
where application.application_id in (select application_id from stg_self_scores)
  and not exists (
    select 1 from stg_self_scores score where score.application_id = application.application_id and score.item = wanted.item
  )
group by application.application_id, application.file_id, application.sheet, application.row_no
