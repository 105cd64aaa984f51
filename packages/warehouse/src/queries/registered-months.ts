/**
 * The counts of windows that are in the register of their month's year, under the city and domain the register gives them. Counts of
 * anything else belong to no city, so they are in no sum.
 */
export const registeredMonths = `
  select w.year, w.city_code, w.domain, m.*
  from mart_window_month m
  join mart_window w on w.window_id = m.window_id and w.year = year(m.month)`;

/** Every month from the first to the last for which any registered window handed in counts. */
export const calendarMonths = `
  select cast(unnest(generate_series(min(month), max(month), interval 1 month)) as date) as month
  from (${registeredMonths})
  where cases is not null or active_reviews is not null`;

/** The years that there is anything to say about: judged, registered, or counted. The honour is `$1`. */
export const yearsOfHonour = `
  select year from eval_run where honour = $1
  union
  select year from mart_window`;
