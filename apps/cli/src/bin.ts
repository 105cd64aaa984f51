import { chooseLanguage, messagesIn } from "./locale.ts";
import { runCommandLine, splitLanguage } from "./main.ts";
import { terminalOn } from "./terminal.ts";

const { language: wanted, rest } = splitLanguage(process.argv.slice(2));
const language = chooseLanguage(wanted, process.env);
process.exitCode = await runCommandLine(rest, terminalOn(language, messagesIn(language)));
