-- grain: one row per field that was read from a table of a file version
select file_id, sheet, kind, header_row, field, header, place
from stg_columns
order by file_id, sheet, kind, header_row, field
