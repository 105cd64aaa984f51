import { spawn } from "node:child_process";
import { setPriority } from "node:os";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** One environment for everything that these scripts start, so that a run does not depend on the machine's locale or time zone. */
export const fixedEnvironment = {
  LANG: "zh_CN.UTF-8",
  LC_ALL: "C.UTF-8",
  TZ: "Asia/Shanghai",
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  NO_UPDATE_NOTIFIER: "1",
};

/**
 * Runs a program to its end. Its output goes to the terminal, or with `quiet` is kept and returned.
 * Interrupting the script interrupts the program: both share the terminal's process group.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, cwd?: string, env?: Record<string, string>, shell?: boolean, priority?: number }} [options] with a `priority`
 *   above 0 (as `nice` has it) the program has what the others leave
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { quiet = false, cwd = root, env = {}, shell = false, priority = 0 } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    if (priority > 0 && child.pid !== undefined) setPriority(child.pid, priority);
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    child.on("error", fail);
    child.on("close", (code, signal) => done({ code: code ?? (signal === "SIGINT" ? 130 : 1), output }));
  });
}

/** Runs a TypeScript file of the repository under Node. */
export const runTypeScript = (file, args, options) => run(process.execPath, ["--import", "tsx", resolve(root, file), ...args], options);

/** Runs a program that an installed package brings, by the path of its script inside `node_modules`. */
export const runPackage = (script, args, options) => run(process.execPath, [resolve(root, "node_modules", script), ...args], options);

/** Runs npm: the one that started this script where there is one, so that no second version is needed. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith(".js")
    ? run(process.execPath, [npm, ...args], options)
    : run("npm", args, { ...options, shell: process.platform === "win32" });
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
