import { fullWidth, halfWidth } from "./half-width.ts";
import { literal } from "./sql-text.ts";

const blanks = literal(" \t\r\n\u00a0\u3000\u200b\ufeff");
const edge = "[\\s\\x{a0}\\x{3000}\\x{200b}\\x{feff}]";
const earliest = "date '1900-01-01'";
const latest = "date '2100-12-31'";

/**
 * How cells become values, as SQL macros. Each takes a cell's text and answers null for what it cannot read, so that a caller tells
 * "blank" from "unreadable" by the text. Work that few cells need stands behind a `case`, which the engine runs for those cells only;
 * the fast path for clean text is in `cell-types.ts`.
 */
export const cellMacros: readonly string[] = [
  // a formula error, or a formula that was never computed (35 is #, 61 is =); no `in` list: it would become a join that sees every cell
  `is_formula_error(cell) as case when ord(cell) in (35, 61) then
    regexp_matches(cell, '^(#(REF!|N/A|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)$|=[^=\\s])')
    else false end`,
  `is_total(cell) as case when contains(cell, '计') then regexp_full_match(norm_code(cell), '.{0,12}(合计|小计|总计|累计):?') else false end`,
  `is_note(cell) as case when contains(cell, ':') or contains(cell, '：')
    then regexp_matches(cell, '^(注|说明|备注|填表说明|填报说明|填表人|制表人|审核人)\\s*[:：]') else false end`,
  // trimming looks at every character, so only text with a blank edge is trimmed; plain ASCII without one, as most ids and numbers are, is told cheaply
  `norm_text(cell) as case
    when cell >= '!' and not suffix(cell, ' ') and not suffix(cell, chr(9)) and not suffix(cell, chr(10)) and not suffix(cell, chr(13)) and strlen(cell) = length(cell) then cell
    when regexp_matches(cell, '^$|^${edge}|${edge}$') then nullif(trim(cell, ${blanks}), '') else cell end`,
  `norm_half(cell) as translate(cell, ${literal(fullWidth)}, ${literal(halfWidth)})`,
  `norm_id(cell) as if(strlen(cell) = length(cell), cell, trim(norm_half(cell)))`,
  `norm_code(cell) as regexp_replace(lower(norm_half(cell)), '${edge}+', '', 'g')`,
  // 1,234 and 1 234 → 1234; a comma or space anywhere else leaves the text unreadable: 5 5 is not 55
  `norm_spaced(cell) as lower(trim(regexp_replace(norm_half(cell), '${edge}', ' ', 'g')))`,
  `norm_number(cell) as if(regexp_full_match(norm_spaced(cell), '\\d{1,3}([, ]\\d{3})+(\\.\\d+)?'), regexp_replace(norm_spaced(cell), '[, ]', '', 'g'), norm_spaced(cell))`,
  `read_int(cell) as try_cast(regexp_extract(norm_number(cell), '^\\+?(\\d{1,9})(\\.0*)?$', 1) as integer)`,
  `read_points(cell) as case when regexp_full_match(trim(replace(norm_number(cell), '分', '')), '\\d{1,6}(\\.\\d{0,2}0*)?')
    then cast(round(cast(replace(norm_number(cell), '分', '') as double) * 100) as integer) end`,
  // -3.5, 1,234.5, 98.6% → 98.6
  `read_decimal(cell) as try_cast(regexp_extract(norm_number(rtrim(norm_spaced(cell), ' %')), '^[+-]?\\d{1,12}(\\.\\d*)?$') as decimal(18, 6))`,
  // 2023年第二季度, 2023年上半年, 2023年4月, 2023年度; norm_quarter makes 二季度 2季度
  `norm_quarter(cell) as translate(replace(norm_code(cell), '第', ''), '一二三四', '1234')`,
  `read_period(cell) as case
    when regexp_full_match(norm_code(cell), '20\\d\\d[-/.]?q[1-4]') then concat(norm_code(cell)[1:4], 'Q', right(norm_code(cell), 1))
    when regexp_full_match(norm_quarter(cell), '20\\d\\d年?[1-4]季度?') then concat(norm_code(cell)[1:4], 'Q', regexp_extract(norm_quarter(cell), '([1-4])季', 1))
    when regexp_full_match(norm_code(cell), '20\\d\\d[-/.]?h[12]') then concat(norm_code(cell)[1:4], 'H', right(norm_code(cell), 1))
    when regexp_full_match(norm_code(cell), '20\\d\\d年?[上下]半年') then concat(norm_code(cell)[1:4], 'H', if(contains(cell, '上'), '1', '2'))
    when regexp_full_match(norm_code(cell), '20\\d\\d(\\.0+)?年?度?') then norm_code(cell)[1:4]
    else strftime(read_month(cell), '%Y-%m') end`,
  // years apart from dates: 2023年
  `read_year(cell) as try_cast(regexp_extract(norm_code(cell), '^(20\\d\\d|2100)(\\.0+)?年?(度)?$', 1) as integer)`,
  // 2023年9月8日13时05分, 2023/9/8, 2023.9.8 → 2023-9-8 13:05
  `norm_when(cell) as trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(norm_half(cell),
    '^(\\d{4})\\s*[年/.]\\s*(\\d{1,2})\\s*[月/.]\\s*(\\d{1,2})\\s*日?', '\\1-\\2-\\3 '), '[Tt]', ' '), '[时点分]', ':', 'g'), ':?\\s*秒?$', ''))`,
  `read_serial(cell) as timestamp '1899-12-30' + to_seconds(cast(round(cast(cell as double) * 86400) as bigint))`,
  `within_reach(moment) as case when cast(moment as date) between ${earliest} and ${latest} then moment end`,
  // a serial from 1957 on: 20231 is no day of 1955 but a month of 2023 that lost a digit
  `read_timestamp(cell) as within_reach(case
    when regexp_full_match(norm_when(cell), '\\d{4}-\\d{1,2}-\\d{1,2}( +\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?') then try_cast(norm_when(cell) as timestamp)
    when regexp_full_match(norm_when(cell), '(19|20)\\d{6}') then try_strptime(norm_when(cell), '%Y%m%d')
    when regexp_full_match(norm_when(cell), '(2[1-9]|[3-7]\\d)\\d{3}(\\.\\d+)?') then read_serial(norm_when(cell)) end)`,
  `read_date(cell) as cast(read_timestamp(cell) as date)`,
  // 2023.1 could be January or a clipped 2023.10: only two digits after a point
  `read_month(cell) as within_reach(case
    when regexp_full_match(norm_code(cell), '\\d{4}[-/年]\\d{1,2}月?') then try_cast(concat(regexp_replace(regexp_replace(norm_code(cell), '[/年]', '-'), '月$', ''), '-01') as date)
    when regexp_full_match(norm_code(cell), '20\\d{2}\\.?(0[1-9]|1[0-2])') then try_cast(concat(norm_code(cell)[1:4], '-', right(norm_code(cell), 2), '-01') as date)
    else cast(date_trunc('month', read_timestamp(cell)) as date) end)`,
];
