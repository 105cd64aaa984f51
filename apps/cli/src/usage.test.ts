import { describe, expect, test } from "vitest";
import { command } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { findUsageProblem, renderCommandUsage, renderProgramUsage } from "./usage.ts";

const serve = command(
  "Serve a folder",
  {
    folder: { type: "positional", description: "the folder", required: true },
    second: { type: "positional", description: "another", required: false },
    port: { type: "string", default: "80", description: "the port" },
    profile: { type: "enum", options: ["public", "leader"], default: "public", description: "for whom" },
    quiet: { type: "boolean", default: false, description: "say nothing" },
    serve: { type: "boolean", default: true, description: "serve", negativeDescription: "do not serve" },
  },
  async () => exitCodes.ok,
);
const problem = (...rawArgs: string[]) => findUsageProblem(rawArgs, serve.args, en);

describe("arguments are checked before a command starts", () => {
  test.each([
    [["data"]],
    [["data", "more", "--port", "8080"]],
    [["--port=8080", "data", "--quiet"]],
    [["data", "--no-serve"]],
    [["data", "--profile", "leader"]],
  ])("%j is right", (rawArgs) => {
    expect(problem(...rawArgs)).toBeNull();
  });

  test.each([
    [[], "<folder>"],
    [["data", "--prot", "80"], "--prot"],
    [["data", "--no-quit"], "--no-quit"],
    [["data", "--no-port"], "--no-port"],
    [["data", "--port"], "--port"],
    [["data", "--profile", "everyone"], "everyone"],
    [["data", "more", "most"], "most"],
  ])("%j is refused and %s is named", (rawArgs, named) => {
    expect(problem(...rawArgs)).toContain(named);
  });
});

describe("usage", () => {
  test("of the program lists its commands and what the exit codes mean, in either language", () => {
    for (const messages of [zh, en]) {
      const text = renderProgramUsage({ serve }, messages);
      expect(text).toContain("serve  Serve a folder");
      expect(text).toContain(messages.usage.exitCodes);
    }
  });

  test("of a command names every argument, its default, and the form that turns off what is on", () => {
    const text = renderCommandUsage("serve", serve, en);
    expect(text).toContain("mingchuang serve <folder> [second] [options]");
    expect(text).toMatch(/--port <port>\s+the port \(default 80\)/);
    expect(text).toMatch(/--profile public\|leader/);
    expect(text).toMatch(/--no-serve\s+do not serve/);
    expect(text).not.toMatch(/ --serve/);
    expect(renderCommandUsage("serve", serve, zh)).toContain("用法: mingchuang serve");
  });
});
