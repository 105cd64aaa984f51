import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { IngestError } from "../errors.ts";

const freeSeconds = 8;
/** Reading goes at some 20 MB a second of what is unpacked; a fifth of that is no longer reading. */
const bytesPerSecond = 4_000_000;
/** Of the memory that this process may have for what lives long. What is left is for checking and storing. */
const heapShare = 0.7;
/** What the engine counts besides, for what lives shortly. */
const youngBytes = 64_000_000;

/** Stops the reading of a file that takes far more time or memory than its size explains. Asked at every piece that is read. */
export interface ReadingGuard {
  /** @throws {IngestError} F160 or F161 */
  check(): void;
}

/**
 * `bytes`: how much there is to read. Time is the processor's, not the clock's: a busy machine, a slow disk or a lid that is closed make no
 * file hostile.
 */
export function startGuard(bytes: number): ReadingGuard {
  const started = process.cpuUsage();
  const allowedSeconds = freeSeconds + bytes / bytesPerSecond;
  return {
    check() {
      const { user, system } = process.cpuUsage(started);
      const seconds = (user + system) / 1e6;
      if (seconds > allowedSeconds) throw new IngestError("F160", `${seconds.toFixed(0)} s`);
      if (isMemoryShort()) throw new IngestError("F161", `${Math.round(getHeapStatistics().used_heap_size / 1e6)} MB`);
    },
  };
}

let collectGarbage: (() => void) | undefined;

function isMemoryShort(): boolean {
  const isOver = () => {
    const { used_heap_size, heap_size_limit } = getHeapStatistics();
    return used_heap_size > (heap_size_limit - youngBytes) * heapShare;
  };
  if (!isOver()) return false;
  // Much of it may be garbage that nobody has had a reason to collect.
  if (!collectGarbage) {
    setFlagsFromString("--expose-gc");
    collectGarbage = runInNewContext("gc") as () => void;
  }
  collectGarbage();
  return isOver();
}
