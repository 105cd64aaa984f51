/**
 * A subquery of `$1` year and `$2` honour: for each `application_id` its `items_c`, hundredths of every item in the scheme's order,
 * separated by spaces. An item without points is `-`, so that the others keep their places.
 */
export const itemPoints = `(
  select application_id, string_agg(coalesce(cast(points_c as varchar), '-'), ' ' order by seq) as items_c
  from eval_item
  where year = $1 and honour = $2
  group by application_id
)`;
