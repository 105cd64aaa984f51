import { expect, test } from "vitest";
import { judgeAudit } from "./audit.mjs";

const report = (found: Record<string, number>, vulnerabilities: Record<string, unknown> = {}) =>
  JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, ...found } } });

test("a clean report passes", () => {
  expect(judgeAudit(report({}))).toEqual({ state: "passed", detail: "" });
});

test("a low vulnerability passes and a moderate one fails with its package named", () => {
  expect(judgeAudit(report({ low: 3 })).state).toBe("passed");
  expect(judgeAudit(`npm warn something\n${report({ moderate: 1 }, { leftpad: {} })}`)).toEqual({
    state: "failed",
    detail: "1 moderate: leftpad",
  });
});

test("a registry without audits is a warning that says so, never a pass", () => {
  const verdict = judgeAudit('{ "message": "405 Method Not Allowed", "error": { "summary": "", "detail": "" } }');
  expect(verdict.state).toBe("warning");
  expect(verdict.detail).toContain("405 Method Not Allowed");
  expect(judgeAudit("no network").state).toBe("warning");
});
