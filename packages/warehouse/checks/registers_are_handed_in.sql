-- zh: 有数据写着窗口、人员或申报的编号，却没有一份窗口名录、人员名录或申报表，编号无从核对
-- en: Rows name windows, people or applications, of which no register was handed in at all, so that no number could be looked up
-- severity: warning
-- Rows are counted here and not noted one by one: none of them need be wrong.
with named as (
  select 'windows' as register, 'review_counts' as kind, 1 as n, file_id, sheet, row_no from stg_review_counts
  union all select 'windows', 'bad_reviews', 1, file_id, sheet, row_no from stg_bad_reviews where window_id is not null
  union all select 'windows', 'complaints', 1, file_id, sheet, row_no from stg_complaints where window_id is not null
  union all select 'windows', 'people', 1, file_id, sheet, row_no from stg_people where window_id is not null
  union all select 'people', 'bad_reviews', 1, file_id, sheet, row_no from stg_bad_reviews where person_id is not null
  union all select 'people', 'complaints', 1, file_id, sheet, row_no from stg_complaints where person_id is not null
  union all select 'windows', 'reviews', level_5 + level_4 + level_3 + level_2 + level_1 + default_reviews, file_id, sheet, row_no from stg_event_counts
  union all select 'applications', 'scores', 1, file_id, sheet, row_no from stg_scores
),
present as (
  select 'windows' as register, exists (select 1 from stg_windows) as is_there
  union all select 'people', exists (select 1 from stg_people)
  union all select 'applications', exists (select 1 from stg_applications)
),
first_of as (
  select register, kind, sum(n) as n, min({file_id: file_id, sheet: sheet, row_no: row_no}) as origin
  from named
  join present using (register)
  where not is_there
  group by register, kind
)
select register as what, concat(kind, ': ', n) as detail, origin.file_id as file_id, origin.sheet as sheet, origin.row_no as row_no
from first_of
