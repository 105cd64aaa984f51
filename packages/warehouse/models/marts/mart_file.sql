-- grain: one row per file version
select file_id, path, sha256, format, encoding, state, error_code, replaced_by, rows_in, accepted, rejected, superseded,
  seq, bytes, mapping, error_detail
from stg_files
order by path, seq
