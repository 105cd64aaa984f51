import { ingestCommand } from "../commands/ingest.ts";
import { recordingTerminal } from "../recording-terminal.ts";

/** One `ingest` in a process that is there to be killed: it loads everything it needs, waits for its arguments, and says how far it is. */
const recording = recordingTerminal("zh");
const terminal: typeof recording = {
  ...recording,
  during: async (_label, work) => work((done, of) => process.send?.({ done, of })),
};
process.on("message", (args: string[]) => {
  void ingestCommand(terminal)
    .run(args)
    .then((exit) => {
      process.send?.({ exit });
      process.disconnect();
    });
});
process.send?.("ready");
