/**
 * SQL for what a review comes to, as one small number that the counts are grouped by: 0 given by default, 3 to 5 the level of a good one; of a
 * bad one the level and, in the tens, its cause: 1x objective, 2x not objective, 3x undecided.
 */
export const outcome = `(case when is_default then 0 when level > 2 then level
  else level + case cause when 'objective' then 10 when 'not_objective' then 20 else 30 end end)::utinyint`;

/** Whether an outcome is a bad review. */
export const isBad = "outcome > 10";
