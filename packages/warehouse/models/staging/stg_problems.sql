-- grain: one row per problem of a row or cell
select problem.file_id, file.path, problem.sheet, problem.row_no, problem.cell, problem.field, problem.value, problem.code, problem.severity,
  problem.row_text
from store.ingest_problem problem
join store.ingest_file file on file.file_id = problem.file_id
