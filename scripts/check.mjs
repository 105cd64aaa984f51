import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { judgeAudit } from "./audit.mjs";
import { findFeatureImports } from "./feature-imports.mjs";
import { initialScripts, judgeInitialScripts } from "./initial-script.mjs";
import { ensureInstalled } from "./install.mjs";
import { fixedEnvironment, root, runNpm, runPackage, seconds } from "./run.mjs";

/** Everything that can be judged without running the tests. One line a step; a step that fails shows what it said. */
await ensureInstalled();
const turbo = "turbo/bin/turbo";
const quiet = { quiet: true, env: fixedEnvironment };
const passed = ({ code, output }) => ({ state: code === 0 ? "passed" : "failed", detail: code === 0 ? "" : output });

const steps = {
  "格式与规范 biome": async () => passed(await runPackage("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"], quiet)),
  "类型 types": async () => passed(await runPackage(turbo, ["run", "typecheck", "--output-logs=errors-only"], quiet)),
  "类型（根目录）types of the root": async () => passed(await runPackage("typescript/bin/tsc", ["-p", "tsconfig.json"], quiet)),
  "依赖方向 boundaries": async () => passed(await runPackage(turbo, ["boundaries"], quiet)),
  "功能互不引用 features": async () => {
    const problems = findFeatureImports(resolve(root, "apps/dashboard/src"));
    return { state: problems.length === 0 ? "passed" : "failed", detail: problems.join("\n") };
  },
  "无用代码 knip": async () => passed(await runPackage("knip/bin/knip.js", ["--no-progress", "--treat-config-hints-as-errors"], quiet)),
  "生成文件 generated files": async () => passed(await runPackage("tsx/dist/cli.mjs", ["apps/cli/src/generate/main.ts", "--check"], quiet)),
  "首屏脚本 initial script": judgeBuild,
  "漏洞 audit": async () => judgeAudit((await runNpm(["audit", "--json"], { quiet: true })).output),
};

/** Builds the dashboard aside, never over the one that may be served. */
async function judgeBuild() {
  const built = mkdtempSync(join(tmpdir(), "mingchuang-built-"));
  try {
    const options = { ...quiet, cwd: resolve(root, "apps/dashboard") };
    const build = await runPackage("vite/bin/vite.js", ["build", "--outDir", built, "--emptyOutDir", "--logLevel", "warn"], options);
    return build.code === 0 ? judgeInitialScripts(initialScripts(built)) : passed(build);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}

const marks = { passed: "✔", warning: "⚠", failed: "✘" };
let failed = false;
for (const [name, step] of Object.entries(steps)) {
  const started = performance.now();
  const { state, detail } = await step();
  console.log(`${marks[state]} ${name}  ${seconds(started)}`);
  if (detail !== "") console.log(detail.trimEnd().replace(/^/gm, "    "));
  failed ||= state === "failed";
}
process.exitCode = failed ? 1 : 0;
