-- grain: one row per file version, with the four counts of its rows
select
  file.file_id,
  file.sha256,
  file.seq,
  file.path,
  file.format,
  file.encoding,
  file.state,
  file.error_code,
  file.error_detail,
  file.bytes,
  file.mapping,
  file.replaced_by,
  cast(coalesce(sum(account.rows_in), 0) as int)    as rows_in,
  cast(coalesce(sum(account.accepted), 0) as int)   as accepted,
  cast(coalesce(sum(account.rejected), 0) as int)   as rejected,
  cast(coalesce(sum(account.superseded), 0) as int) as superseded
from store.ingest_file file
left join store.ingest_account account on account.seq = file.seq
group by all
