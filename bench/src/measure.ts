import { performance } from "node:perf_hooks";

/** Something that is timed: `run` is what counts, `prepare` and `finish` around each run are not. */
export interface Subject {
  readonly name: string;
  readonly prepare?: () => Promise<void> | void;
  readonly run: () => Promise<unknown> | unknown;
  readonly finish?: () => Promise<void> | void;
}

/**
 * Runs the subjects in turn (a, b, a, b, …), so that a noisy minute hits all of them, and prints each median and its ratio to the first,
 * the baseline. Seconds are there to be read; only the ratio is meant to be compared.
 */
export async function compare(title: string, rounds: number, subjects: readonly Subject[]): Promise<void> {
  const seconds = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, prepare, run, finish } of subjects) {
      await prepare?.();
      const start = performance.now();
      await run();
      seconds.get(name)?.push((performance.now() - start) / 1000);
      await finish?.();
    }
  }
  printMedians(title, rounds, seconds);
}

/** Prints the medians and the ratios of times that were taken elsewhere (in a browser, say). */
export function printMedians(title: string, rounds: number, seconds: ReadonlyMap<string, readonly number[]>): void {
  const baseline = median([...seconds.values()][0] ?? []);
  console.log(`${title}  (median of ${rounds}; the first line is the baseline)`);
  for (const [name, times] of seconds) {
    const middle = median(times);
    const spread = `${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)} s`;
    console.log(`  ${(middle / baseline).toFixed(2).padStart(7)} ×  ${middle.toFixed(2).padStart(8)} s  (${spread})  ${name}`);
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
