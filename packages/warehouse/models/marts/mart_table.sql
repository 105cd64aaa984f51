-- grain: one row per table (sheet and kind) of a file version
select file_id, sheet, kind, header_row, rows_in, accepted, rejected, superseded, note, ignored_columns, absent_columns
from stg_tables
order by file_id, sheet, kind
