import type { Language } from "./locale.ts";
import { messagesIn } from "./locale.ts";
import type { Terminal } from "./terminal.ts";

/** A terminal for tests: it keeps what is said instead of showing it. */
export interface RecordingTerminal extends Terminal {
  readonly said: string[];
  readonly warned: string[];
}

export function recordingTerminal(language: Language): RecordingTerminal {
  const said: string[] = [];
  const warned: string[] = [];
  return {
    language,
    messages: messagesIn(language),
    said,
    warned,
    say: (text) => void said.push(text),
    warn: (text) => void warned.push(text),
    during: async (_label, work, ended) => {
      const result = await work(() => {});
      said.push(ended(result));
      return result;
    },
  };
}
