import type { Database } from "@mingchuang/warehouse/database";
import { predecessorsIn, queryPredecessorRows } from "@mingchuang/warehouse/queries/predecessors";

/** Which subjects of an earlier year a subject stands for; one that is not named, and a person, stands for itself. */
export type Predecessors = (subjectId: string) => readonly string[];

/** Who stood for each window in the register of an earlier year. */
export async function queryPredecessors(db: Database, before: number): Promise<Predecessors> {
  return predecessorsIn(await queryPredecessorRows(db, { year: before }));
}
