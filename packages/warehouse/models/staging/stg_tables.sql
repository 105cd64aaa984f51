-- grain: one row per table (sheet and kind) of a file version, with the four counts of its rows; a sheet that was skipped has no kind and is in no account
with account as (
  select seq, sheet, kind, max(accepted) as accepted, max(superseded) as superseded
  from store.ingest_account
  group by all
)
select
  read.file_id,
  read.sheet,
  read.kind,
  cast(min(read.header_row) as int)                                      as header_row,
  cast(sum(read.rows_in) as int)                                         as rows_in,
  cast(any_value(account.accepted) as int)                               as accepted,
  cast(sum(read.rejected) as int)                                        as rejected,
  cast(any_value(account.superseded) as int)                             as superseded,
  min(read.note)                                                         as note,
  string_agg(distinct read.ignored_columns, '、')                        as ignored_columns,
  string_agg(distinct read.absent_columns, '、')                         as absent_columns
from store.ingest_table read
join store.ingest_file file on file.file_id = read.file_id
left join account on account.seq = file.seq and account.sheet = read.sheet and account.kind = read.kind
group by read.file_id, read.sheet, read.kind
