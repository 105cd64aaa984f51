-- zh: 同一窗口同一月份，另一个文件报过不同的数；以后载入的为准
-- en: Another file gave other counts for the same window and month; the one loaded later counts
-- severity: warning
-- problem: D265 review_counts month
select concat_ws(' ', current.window_id, strftime(current.month, '%Y-%m'), current.channel) as what,
  concat(file.path, ': ', concat_ws('；',
    case when earlier.cases is distinct from current.cases then concat('办件量 ', coalesce(earlier.cases::varchar, '空白'), ' → ', coalesce(current.cases::varchar, '空白')) end,
    case when earlier.active_reviews is distinct from current.active_reviews then concat('主动评价量 ', coalesce(earlier.active_reviews::varchar, '空白'), ' → ', coalesce(current.active_reviews::varchar, '空白')) end,
    case when earlier.default_reviews is distinct from current.default_reviews then concat('默认评价量 ', coalesce(earlier.default_reviews::varchar, '空白'), ' → ', coalesce(current.default_reviews::varchar, '空白')) end,
    case when earlier.good is distinct from current.good then concat('好评数 ', coalesce(earlier.good::varchar, '空白'), ' → ', coalesce(current.good::varchar, '空白')) end,
    case when earlier.bad is distinct from current.bad then concat('差评数 ', coalesce(earlier.bad::varchar, '空白'), ' → ', coalesce(current.bad::varchar, '空白')) end)) as detail,
  current.file_id, current.sheet, current.row_no
from store.raw_review_counts current
join store.raw_review_counts earlier
  on earlier.window_id = current.window_id and earlier.month = current.month and earlier.channel is not distinct from current.channel
  and earlier.file_id <> current.file_id
join store.ingest_file file on file.file_id = earlier.file_id and file.state = 'loaded' and file.replaced_by is null
where current.superseded_by is null and earlier.superseded_by is not null
  and row(earlier.cases, earlier.active_reviews, earlier.default_reviews, earlier.good, earlier.bad)
    is distinct from row(current.cases, current.active_reviews, current.default_reviews, current.good, current.bad)
