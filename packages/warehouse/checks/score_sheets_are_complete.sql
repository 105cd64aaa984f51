-- zh: 评委只评了一部分条款，其余是空白；空白不当作 0 分
-- en: A grader scored some of the clauses only and left the others blank, which is not 0
-- severity: warning
-- problem: D269 scores grader_id
with graded as (
  select application_id, round, grader_id, min(scheme_id) as scheme, min(honour) as honour,
    count(distinct concat(item, '|', clause)) filter (where kind <> 'discretionary' and points_c is not null) as scored,
    min({file_id: file_id, sheet: sheet, row_no: row_no}) as origin
  from store.raw_scores
  where superseded_by is null
  group by application_id, round, grader_id
),
wanted as (
  select scheme, honour, count(*) as clauses
  from ref_clause
  group by scheme, honour
)
select concat_ws(' ', application_id, round, grader_id) as what, concat(scored, ' / ', clauses) as detail,
  origin.file_id as file_id, origin.sheet as sheet, origin.row_no as row_no
from graded
join wanted using (scheme, honour)
where scored > 0 and scored < clauses
