import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "./locale.ts";
import { messagesIn } from "./locale.ts";
import { runCommandLine } from "./main.ts";

/** A command of a guide: what the guide says it prints, and what it did print. */
export interface FollowedCommand {
  readonly command: string;
  readonly shown: string;
  readonly printed: string;
}

interface Block {
  readonly kind: string;
  readonly file: string;
  readonly lines: readonly string[];
}

/**
 * Does what a guide tells its reader to do, in `folder`: a block `diff <file>` changes lines of a file, `replace <file>` replaces its first
 * line by its second wherever it stands, and in a block `console` a line `$ cp …` copies a file and `$ npm run -s mingchuang -- …` runs a
 * command.
 *
 * @throws when a line that is to be changed is not there exactly once, or a command is none of these
 */
export async function followGuide(markdown: string, folder: string, language: Language): Promise<FollowedCommand[]> {
  const followed: FollowedCommand[] = [];
  for (const { kind, file, lines } of blocksOf(markdown)) {
    if (kind === "diff") change(join(folder, file), lines);
    else if (kind === "replace") replaceAll(join(folder, file), lines);
    else if (kind === "console") followed.push(await run(lines, folder, language));
  }
  return followed;
}

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)\n```$/gm)].map(([, kind = "", file = "", text = ""]) => {
    return { kind, file, lines: text.split("\n") };
  });
}

function change(path: string, lines: readonly string[]): void {
  const text = readFileSync(path, "utf8");
  const side = (mark: string) =>
    lines
      .filter((line) => line.startsWith(" ") || line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const [before, after] = [side("-"), side("+")];
  if (text.split(before).length !== 2) throw new Error(`${path} does not have exactly once:\n${before}`);
  writeFileSync(
    path,
    text.replace(before, () => after),
  );
}

function replaceAll(path: string, [from = "", to = ""]: readonly string[]): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${path} does not have ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
}

async function run([first = "", ...shown]: readonly string[], folder: string, language: Language): Promise<FollowedCommand> {
  const command = first.replace(/^\$ /, "");
  const [name, ...words] = command.split(" ");
  const printed: string[] = [];
  if (name === "cp") {
    const [from = "", to = ""] = words;
    copyFileSync(join(folder, from), join(folder, to));
  } else {
    const rest = command.replace(/^npm run -s mingchuang -- /, "").split(" ");
    if (rest[0] !== "check") throw new Error(`not a command of a guide: ${command}`);
    const print = (text: string) => void printed.push(text);
    const during = <Result>(_label: string, work: (show: () => void) => Promise<Result>) => work(() => {});
    const terminal = { language, messages: messagesIn(language), say: print, warn: print, during };
    const words = rest.filter((word, place) => word !== "--lang" && rest[place - 1] !== "--lang");
    await runCommandLine(
      words.map((word) => (word.startsWith("data/") ? join(folder, word) : word)),
      terminal,
    );
  }
  return { command, shown: shown.join("\n"), printed: printed.join("\n") };
}
