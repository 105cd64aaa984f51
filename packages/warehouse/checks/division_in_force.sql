-- zh: 窗口的县(市、区)代码在名录年度内无效，或不属于所填的设区市
-- en: The county code of a window was not in force in the register's year, or belongs to another city
-- severity: warning
-- problem: D263 windows county_code county window_id
select concat(window_register.window_id, ' ', window_register.year) as what, concat_ws(' ', county_code, county, city) as detail, file_id, sheet, row_no
from stg_windows window_register
where county_code is not null
  and left(county_code, 2) in (select left(code, 2) from ref_division)
  and not exists (
    select 1
    from ref_division county
    where county.level = 'county'
      and county.code = window_register.county_code
      and county.city_code = window_register.city_code
      and (county.valid_from is null or county.valid_from < make_date(window_register.year + 1, 1, 1))
      and (county.valid_to is null or county.valid_to > make_date(window_register.year, 1, 1))
  )
