-- grain: one row per row that was handed in and stored, superseded ones too
-- Its figures, days and codes as they were stored, as JSON; nothing that somebody wrote and no name. Points are hundredths.
with applied as (
  select application_id, min(subject_id) as subject_id
  from store.raw_applications
  group by application_id
)
select 'windows' as kind, window_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, cast(year as varchar) as record_id,
  cast(to_json({staff_count: staff_count, opened_on: opened_on, closed_on: closed_on, level: level}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_windows
union all
select 'people' as kind, person_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, cast(year as varchar) as record_id,
  cast(to_json({joined_on: joined_on, left_on: left_on, front_line: front_line, on_staff: on_staff}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_people
union all
select 'review_counts' as kind, window_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, concat_ws('·', strftime(month, '%Y-%m'), channel) as record_id,
  cast(to_json({cases: cases, active_reviews: active_reviews, default_reviews: default_reviews, level_5: level_5, level_4: level_4, level_3: level_3, level_2: level_2, level_1: level_1, good: good, bad: bad}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_review_counts
union all
select 'bad_reviews' as kind, window_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, review_id as record_id,
  cast(to_json({rated_at: rated_at, level: level, cause: cause, visited_at: visited_at, appealed_at: appealed_at, appeal_result: appeal_result, rectified_at: rectified_at, follow_up_level: follow_up_level}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_bad_reviews
union all
select 'complaints' as kind, window_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, complaint_id as record_id,
  cast(to_json({nature: nature, received_at: received_at, closed_at: closed_at, verified: verified, due_to_service: due_to_service, satisfied: satisfied}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_complaints
union all
select 'applications' as kind, subject_id as subject_id, cast(application_id as varchar) as application_id, cast(null as varchar) as grader_id, application_id as record_id,
  cast(to_json({year: year, submitted_at: submitted_at, began_on: began_on, in_use: in_use, opinion_discipline_on: opinion_discipline_on, opinion_unit_on: opinion_unit_on, opinion_city_on: opinion_city_on}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_applications
union all
select 'honours' as kind, subject_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, concat_ws('·', level, awarded_on) as record_id,
  cast(to_json({level: level, awarded_on: awarded_on}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_honours
union all
select 'innovations' as kind, subject_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, cast(started_on as varchar) as record_id,
  cast(to_json({started_on: started_on}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_innovations
union all
select 'findings' as kind, subject_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, finding_id as record_id,
  cast(to_json({rule: rule, status: status, reported_on: reported_on, decided_on: decided_on}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_findings
union all
select 'indicators' as kind, subject_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, concat_ws('·', metric, period) as record_id,
  cast(to_json({value: value, numerator: numerator, denominator: denominator}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_indicators
union all
select 'appraisals' as kind, subject_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, concat_ws('·', source, period) as record_id,
  cast(to_json({score: score, rank: rank}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_appraisals
union all
select 'checklists' as kind, subject_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, concat_ws('·', point, checked_on) as record_id,
  cast(to_json({kept: kept, checked_on: checked_on}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_checklists
union all
select 'title_events' as kind, subject_id as subject_id, cast(null as varchar) as application_id, cast(null as varchar) as grader_id, event_id as record_id,
  cast(to_json({happened_on: happened_on, due_on: due_on}) as varchar) as figures, file_id, sheet, row_no, cast(null as varchar) as cell, superseded_by
from store.raw_title_events
union all
select 'self_scores', application.subject_id, score.application_id, null, score.item, cast(to_json({self_score: score.self_score_c}) as varchar),
  score.file_id, score.sheet, score.row_no, score.cell, score.superseded_by
from store.raw_self_scores score
left join applied application on application.application_id = score.application_id
union all
select 'scores', application.subject_id, score.application_id, trim(score.grader_id), concat_ws('·', score.round, score.item, score.clause, score.kind),
  cast(to_json({points: score.points_c, scored_at: score.scored_at}) as varchar), score.file_id, score.sheet, score.row_no, score.cell, score.superseded_by
from store.raw_scores score
left join applied application on application.application_id = score.application_id
