-- grain: one row per problem of a row or cell
-- A file handed in twice under two names has one content and one set of problems: they are told under the first name.
with named as (
  select file_id, path
  from store.ingest_file
  qualify row_number() over (partition by file_id order by seq) = 1
)
select problem.file_id, named.path, problem.sheet, problem.row_no, problem.cell, problem.field, problem.value, problem.code, problem.severity
from store.ingest_problem problem
join named on named.file_id = problem.file_id
