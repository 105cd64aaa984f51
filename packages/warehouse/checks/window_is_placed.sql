-- zh: 窗口缺少可识别的设区市或县(市、区)，不会出现在城市比较中
-- en: A window has no city or county that is known, so it is missing where cities are compared
-- severity: warning
-- problem: D263 windows city_code city county_code county window_id
-- Provinces that the reference does not know have no cities to be compared.
select concat(window_id, ' ', year) as what, concat_ws(' ', level, city, county) as detail, file_id, sheet, row_no
from stg_windows
where (level in ('city', 'county') and (city_code is null or city_code not in (select city_code from mart_city))
    and coalesce(left(city_code, 2) in (select left(city_code, 2) from mart_city), true))
  or (level = 'county' and county_code is null)
