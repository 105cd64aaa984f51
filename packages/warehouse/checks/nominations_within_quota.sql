-- zh: 一个设区市推荐的对象多于名额
-- en: A city nominated more subjects than it has places for
-- severity: warning
select concat_ws(' ', year, coalesce(city, application.city_code)) as what, concat(honour, ': ', count(*), ' > ', max(per_city)) as detail,
  cast(null as varchar) as file_id, cast(null as varchar) as sheet, cast(null as int) as row_no
from mart_application application
join (select honour, max(per_city) as per_city from ref_quota group by honour) quota using (honour)
left join mart_city using (city_code)
where application.city_code is not null
group by year, honour, application.city_code, city
having count(*) > max(per_city)
