/**
 * What `npm audit --json` says, as a verdict. A registry that offers no audit is a warning, said plainly: not knowing is neither good nor
 * bad. A vulnerability of moderate or higher severity fails.
 *
 * @param {string} output standard output of `npm audit --json`, perhaps with warnings before the JSON
 * @returns {{ state: "passed" | "warning" | "failed", detail: string }}
 */
export function judgeAudit(output) {
  const start = output.indexOf("{");
  const report = start < 0 ? undefined : parse(output.slice(start, output.lastIndexOf("}") + 1));
  const found = report?.metadata?.vulnerabilities;
  if (!found) {
    const why = report?.error?.summary || report?.message || output.trim().split("\n")[0];
    return { state: "warning", detail: `审计服务不可用，未检查 / audit unavailable, not checked${why === "" ? "" : ` (${why})`}` };
  }
  const counted = ["critical", "high", "moderate"]
    .filter((severity) => found[severity] > 0)
    .map((severity) => `${found[severity]} ${severity}`);
  if (counted.length === 0) return { state: "passed", detail: "" };
  return { state: "failed", detail: `${counted.join(", ")}: ${Object.keys(report.vulnerabilities).sort().join(", ")}` };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
