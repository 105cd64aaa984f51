import { crash } from "./crash.ts";
import { fuzz } from "./fuzz.ts";

const [what = "", ...rest] = process.argv.slice(2);
const option = (name: string, otherwise: number) => {
  const at = rest.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(rest[at + 1]);
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`--${name} ${rest[at + 1]}`);
  return value;
};
let shown = 0;
/** On a terminal all the time, in a log now and then. */
function show(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}  `);
  else if (performance.now() - shown > 60_000) {
    shown = performance.now();
    console.error(`${text}  (${seconds()} s)`);
  }
}
const started = performance.now();

switch (what) {
  case "crash": {
    const { faults, ...figures } = await crash({
      kills: option("kills", 200),
      seed: option("seed", 20_230_423),
      onKill: (done, of) => show(`${done} / ${of}`),
    });
    for (const fault of faults) console.error(fault);
    const { kills, inCommitWindow, afterKill, tooLate, old, fresh, completed } = figures;
    console.log(
      `kills ${kills}: ${inCommitWindow} in the commit window, ${afterKill} over what another kill had left, ${tooLate} ended before the signal; store afterwards: old ${old}, new ${fresh}; ${completed} then loaded to the end; differences ${faults.length}; ${seconds()} s`,
    );
    process.exitCode = faults.length === 0 ? 0 : 1;
    break;
  }
  case "fuzz": {
    const keep = rest.indexOf("--keep") < 0 ? undefined : rest[rest.indexOf("--keep") + 1];
    const { faults, ...figures } = await fuzz({
      cells: option("cells", 100_000),
      files: option("files", 5000),
      seed: option("seed", 20_230_423),
      ...(keep === undefined ? {} : { keep }),
      onProgress: (cells, files) => show(`${cells} + ${files}`),
    });
    for (const fault of faults) console.error(fault);
    const { cells, judged, files, loaded, refused, counted, rows, slowest, memory } = figures;
    console.log(
      `cells ${cells}, ${judged} of them with a known outcome; files ${files}: ${loaded} loaded, ${refused} refused; ${rows} rows, ${counted} tables counted from outside; slowest ${(slowest.milliseconds / 1000).toFixed(1)} s (${slowest.path}); memory ${memory.early} → ${memory.most} MB; faults ${faults.length}; ${seconds()} s`,
    );
    process.exitCode = faults.length === 0 ? 0 : 1;
    break;
  }
  default:
    console.error(
      "npm run torture -- crash [--kills 200] [--seed N]\nnpm run torture -- fuzz [--cells 100000] [--files 5000] [--seed N] [--keep folder]",
    );
    process.exitCode = 2;
}

function seconds(): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}
