-- grain: one row per finding
select finding_id, subject_id, rule, status, reported_on, decided_on, trim(document) as document, trim(summary) as summary, file_id, sheet, row_no
from store.raw_findings
where superseded_by is null
