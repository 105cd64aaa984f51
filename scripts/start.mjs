import { runCli } from "./cli.mjs";

await runCli(["start", ...process.argv.slice(2)]);
