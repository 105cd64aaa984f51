-- grain: one row per window and month with handling times
select window_id, month, handled, handling_quantile(bins, 0.5) as p50_minutes, handling_quantile(bins, 0.9) as p90_minutes
from store.event_handling
