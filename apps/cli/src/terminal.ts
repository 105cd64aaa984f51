import { progress as progressBar } from "@clack/prompts";
import type { Language } from "./locale.ts";
import type { Messages } from "./messages/zh.ts";
import { shownName, shownText } from "./shown-text.ts";

/** How much is done of how much, and what is being worked on. */
export type ShowProgress = (done: number, of: number, detail?: string) => void;

/** Where a command speaks. Results go to standard output, failures and warnings to standard error. */
export interface Terminal {
  readonly language: Language;
  readonly messages: Messages;
  say(text: string): void;
  warn(text: string): void;
  /** Shows a piece of long work: a bar where someone watches, one line at its end where the output is a file or a log. */
  during<Result>(label: string, work: (show: ShowProgress) => Promise<Result>, ended: (result: Result) => string): Promise<Result>;
}

export function terminalOn(language: Language, messages: Messages): Terminal {
  return {
    language,
    messages,
    say: (text) => console.log(shownText(text)),
    warn: (text) => console.error(shownText(text)),
    during: process.stdout.isTTY && !process.env.CI ? withBar : withLine,
  };
}

const barUnits = 1000;

const withBar: Terminal["during"] = async (label, work, ended) => {
  const bar = progressBar({ max: barUnits, size: 24 });
  let at = 0;
  bar.start(label);
  try {
    const result = await work((done, of, detail) => {
      const next = of === 0 ? 0 : Math.min(barUnits, Math.floor((done / of) * barUnits));
      bar.advance(Math.max(0, next - at), detail === undefined ? label : `${label}  ${shownName(detail)}`);
      at = Math.max(at, next);
    });
    bar.stop(ended(result));
    return result;
  } catch (failure) {
    bar.error(label);
    throw failure;
  }
};

const withLine: Terminal["during"] = async (_label, work, ended) => {
  const started = performance.now();
  const result = await work(() => {});
  console.log(`${ended(result)}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
};
