import { existsSync, readFileSync } from "node:fs";
import { writeBeside } from "@mingchuang/warehouse/build-beside";
import { z } from "zod";
import { fingerprint } from "./fingerprint.ts";

const Ledger = z.record(z.string(), z.strictObject({ inputs: z.string(), outputs: z.string() }));

export interface Step {
  readonly name: string;
  /** A fingerprint of everything that the result depends on: data, settings and the code itself. */
  readonly inputs: string;
  /** Files or folders that the step writes. */
  readonly outputs: readonly string[];
  work(): Promise<void>;
}

/**
 * Does a step unless it was done before from the same inputs and what it wrote then is still there unchanged. Returns whether it was done.
 * A step that throws is not recorded, so it is done again next time.
 */
export async function runStep(ledgerPath: string, step: Step): Promise<boolean> {
  const known = readLedger(ledgerPath)[step.name];
  if (known?.inputs === step.inputs && step.outputs.every(existsSync) && known.outputs === (await fingerprint(step.outputs))) return false;
  await step.work();
  const entry = { inputs: step.inputs, outputs: await fingerprint(step.outputs) };
  await writeBeside(ledgerPath, `${JSON.stringify({ ...readLedger(ledgerPath), [step.name]: entry }, null, 2)}\n`);
  return true;
}

/** A ledger that cannot be read is as good as none: the steps are then done again. */
function readLedger(path: string): z.infer<typeof Ledger> {
  try {
    return Ledger.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return {};
  }
}
