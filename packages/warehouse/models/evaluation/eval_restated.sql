-- grain: one row per year, honour, edition of the year and of the year before, city (null: all of them) and item (null: the total): what of the change the rules did
create table eval_restated (
  year int,
  honour varchar,
  scheme_id varchar,
  year_before int,
  scheme_before varchar,
  city_code varchar,
  item varchar,
  seq int,
  subjects int,
  unknown int,
  before_num bigint,
  before_den bigint,
  after_num bigint,
  after_den bigint,
  rule_num bigint,
  rule_den bigint,
  performance_num bigint,
  performance_den bigint
);
