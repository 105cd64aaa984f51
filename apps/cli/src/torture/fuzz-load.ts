import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface LoadRequest {
  readonly folder: string;
  readonly storePath: string;
}

export interface LoadedBatch {
  readonly files: readonly {
    readonly path: string;
    readonly errorCode: string | null;
    readonly rowsIn: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly superseded: number;
  }[];
  readonly changed: boolean;
  readonly times: readonly { readonly path: string; readonly milliseconds: number }[];
  readonly rss: number;
}

/** A load that did not come to its end, and at which file. */
export interface Broken {
  readonly path: string;
  readonly why: string;
}

interface Answer {
  readonly path?: string;
  readonly loaded?: LoadedBatch;
  readonly failed?: string;
}

/** A process that loads folders, started again after a load that hung or crashed it. */
export interface Loader {
  load(request: LoadRequest): Promise<LoadedBatch | Broken>;
  close(): void;
}

/** `patienceMs`: how long one file may take. */
export function openLoader(patienceMs: number): Loader {
  let child: ChildProcess | undefined;
  const start = async (): Promise<ChildProcess> => {
    const fresh = fork(join(import.meta.dirname, "fuzz-child.ts"), [], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, TZ: "Asia/Shanghai" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await once(fresh, "message");
    return fresh;
  };
  return {
    async load(request) {
      child ??= await start();
      const running = child;
      return new Promise((done) => {
        let at = "";
        const end = (outcome: LoadedBatch | Broken, isAlive: boolean) => {
          clearTimeout(watch);
          running.removeAllListeners("message").removeAllListeners("exit");
          if (!isAlive) {
            running.kill("SIGKILL");
            child = undefined;
          }
          done(outcome);
        };
        let watch: NodeJS.Timeout;
        const rearm = () => {
          clearTimeout(watch);
          const since = performance.now();
          watch = setTimeout(() => {
            // This process itself may have been stopped for a while, and the other with it.
            if (performance.now() - since > patienceMs * 1.1) rearm();
            else end({ path: at, why: `longer than ${patienceMs} ms` }, false);
          }, patienceMs);
        };
        running.on("message", ({ path, loaded, failed }: Answer) => {
          if (loaded) return end(loaded, true);
          if (failed !== undefined) return end({ path: path ?? at, why: failed }, true);
          at = path ?? at;
          rearm();
        });
        running.on("exit", (code, signal) => end({ path: at, why: `the process ended: ${signal ?? code}` }, false));
        rearm();
        running.send(request);
      });
    },
    close() {
      child?.kill("SIGKILL");
      child = undefined;
    },
  };
}
