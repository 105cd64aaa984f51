-- zh: 数据集市的合计与导入数据的合计不符
-- en: The totals of a mart differ from those of what was handed in
-- severity: error
with handed_in as (
  select window_id, month, channel, cases, active_reviews, good, bad
  from stg_review_counts counts
  where channel is null
    or not exists (
      select 1 from stg_review_counts total where total.window_id = counts.window_id and total.month = counts.month and total.channel is null
    )
),
handed_in_or_reviewed as (
  select cases, active_reviews, good, bad from handed_in
  union all
  select null, level_5 + level_4 + level_3 + level_2 + level_1, level_5 + level_4 + level_3, level_2 + level_1
  from stg_event_counts reviews
  where not exists (
    select 1 from handed_in
    where handed_in.window_id = reviews.window_id and handed_in.month = reviews.month
      and coalesce(active_reviews, good, bad) is not null
  )
),
totals as (
  select 'cases' as what, (select coalesce(sum(cases), 0) from mart_window_month) as mart, (select coalesce(sum(cases), 0) from handed_in_or_reviewed) as staging
  union all
  select 'active_reviews', (select coalesce(sum(active_reviews), 0) from mart_window_month), (select coalesce(sum(active_reviews), 0) from handed_in_or_reviewed)
  union all
  select 'good', (select coalesce(sum(good), 0) from mart_window_month), (select coalesce(sum(good), 0) from handed_in_or_reviewed)
  union all
  select 'bad', (select coalesce(sum(bad), 0) from mart_window_month), (select coalesce(sum(bad), 0) from handed_in_or_reviewed)
  union all
  select 'windows', (select count(*) from mart_window), (select count(*) from stg_windows)
  union all
  select 'people', (select count(*) from mart_person), (select count(*) from stg_people)
  union all
  select 'bad_reviews', (select count(*) from mart_bad_review), (select count(distinct review_id) from (select review_id from stg_bad_reviews union all select review_id from stg_event_bad_reviews))
  union all
  select 'complaints', (select count(*) from mart_complaint), (select count(*) from stg_complaints)
  union all
  select 'applications', (select count(*) from mart_application), (select count(*) from stg_applications)
  union all
  select 'indicators', (select count(*) from mart_indicator), (select count(*) from stg_indicators)
  union all
  select 'appraisals', (select count(*) from mart_appraisal), (select count(*) from stg_appraisals)
  union all
  select 'checklists', (select count(*) from mart_checklist), (select count(*) from stg_checklists)
  union all
  select 'title_events', (select count(*) from mart_title_event), (select count(*) from stg_title_events)
)
select what, concat(mart, ' ≠ ', staging) as detail, cast(null as varchar) as file_id, cast(null as varchar) as sheet, cast(null as int) as row_no
from totals
where mart <> staging
