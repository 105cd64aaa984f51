-- grain: one row per file version
select file_id, path, sha256, format, encoding, state, error_code, replaced_by, rows_in, accepted, rejected, superseded
from stg_files
order by path, seq
