import type { NodeDatabase } from "@mingchuang/warehouse/node";

/** Does all of the work or none of it: what it throws is thrown once everything has been taken back. */
export async function inTransaction(db: NodeDatabase, work: () => Promise<void>): Promise<void> {
  await db.execute("begin transaction");
  try {
    await work();
    await db.execute("commit");
  } catch (cause) {
    // After a full disk there is nothing left to roll back; what went wrong first is what matters.
    await db.execute("rollback").catch(() => {});
    throw cause;
  }
}
