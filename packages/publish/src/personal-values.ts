import type { Database } from "@mingchuang/warehouse/database";

/** Every name and phone number that was ever handed in, superseded rows included. */
export interface PersonalValues {
  readonly names: readonly string[];
  readonly phones: readonly string[];
}

/** Reads the store's personal values. A grader's id counts as a name when it is written in Han characters, 评委 and 专家 apart. */
export async function queryPersonalValues(store: Database): Promise<PersonalValues> {
  const names = await store.query<{ value: string }>(`
    select distinct trim(value) as value
    from (
      select name as value from raw_people
      union all
      select contact from raw_windows
      union all
      select subject_name from raw_applications where subject_id in (select person_id from raw_people)
      union all
      select grader_id from raw_scores where regexp_matches(grader_id, '\\p{Han}') and not regexp_matches(grader_id, '^(评委|专家)[0-9A-Za-z]+$')
    )
    where trim(value) <> ''
    order by value
  `);
  const phones = await store.query<{ value: string }>(`
    select distinct trim(phone) as value from raw_windows where trim(phone) <> '' order by value
  `);
  return { names: names.map(({ value }) => value), phones: phones.map(({ value }) => value) };
}
