-- grain: one row per problem of a row or cell
select file_id, path, sheet, row_no, cell, field, value, code, severity, row_text
from stg_problems
order by path, file_id, sheet, row_no, cell, field, code
