import { markFigures, type VetoMark } from "./veto-mark.ts";

/** `3 + 1 / 4` with a box for each record up to the threshold: filled counted, striped undecided, empty still free. */
export function VetoGauge({ mark }: { readonly mark: VetoMark }) {
  const { counted, undecided, threshold } = mark;
  const boxes = Array.from({ length: Math.max(threshold, Math.min(counted + undecided, threshold + 4)) }, (_, index) =>
    index < counted ? "counted" : index < counted + undecided ? "undecided" : "free",
  );
  return (
    <span className="gauge">
      <span className="gauge-figures">{markFigures(mark)}</span>
      <span className="gauge-boxes" aria-hidden="true">
        {boxes.map((box, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the boxes have no other identity than their place
          <span key={index} className={`${box}${index === threshold - 1 ? " threshold" : ""}`} />
        ))}
      </span>
    </span>
  );
}
