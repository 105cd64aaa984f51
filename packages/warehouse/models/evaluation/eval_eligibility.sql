-- grain: one row per application and rule of eligibility
create table eval_eligibility (
  year int,
  honour varchar,
  application_id varchar,
  subject_id varchar,
  subject_name varchar,
  rule varchar,
  state varchar,
  otherwise varchar,
  field varchar,
  given varchar,
  source_document varchar,
  source_clause varchar
);
