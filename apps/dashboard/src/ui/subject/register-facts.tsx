import type { ReactNode } from "react";

interface RegisterFactsProps {
  readonly label: string;
  /** What the register says, in order; a null value is not handed in, or withheld, and is left out. */
  readonly facts: readonly (readonly [label: string, value: ReactNode | null])[];
  readonly children?: ReactNode;
}

export function RegisterFacts({ label, facts, children }: RegisterFactsProps) {
  return (
    <section className="register" aria-label={label}>
      <dl>
        {facts
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {children}
    </section>
  );
}
