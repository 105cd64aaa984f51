import { compareEditions, type EditionDifference } from "@mingchuang/rubric/editions/compare-editions";
import { differenceSentence } from "@mingchuang/rubric/editions/difference-sentence";
import { command } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { cited } from "../explanation-text.ts";
import { readScheme } from "../schemes.ts";
import type { Terminal } from "../terminal.ts";

export const compareCommand = (terminal: Terminal) => {
  const { messages, say } = terminal;
  const { compare: texts } = messages;
  return command(
    texts.about,
    {
      before: { type: "positional", description: texts.before, required: true },
      after: { type: "positional", description: texts.after, required: true },
      json: { type: "boolean", default: false, description: messages.options.json },
    },
    async (args) => {
      const [before, after] = [readScheme(args.before), readScheme(args.after)];
      const differences = compareEditions(before, after);
      if (args.json) say(JSON.stringify({ before: before.id, after: after.id, differences }, null, 2));
      else say(differencesText(differences, terminal));
      return exitCodes.ok;
    },
  );
};

function differencesText(differences: readonly EditionDifference[], { language, messages }: Terminal): string {
  const { compare: texts } = messages;
  if (differences.length === 0) return texts.same;
  const told = differences.flatMap((difference) => {
    const { before, after } = difference.sources;
    return [
      `  [${texts.kinds[difference.kind]}] ${differenceSentence(difference)[language]}`,
      `      ${texts.source(before === null ? "–" : cited(before), after === null ? "–" : cited(after))}`,
    ];
  });
  return [texts.count(differences.length), ...told].join("\n");
}
