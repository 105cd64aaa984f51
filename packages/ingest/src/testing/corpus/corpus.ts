import { bodyCases } from "./bodies.ts";
import type { CorpusCase } from "./case.ts";
import { formCases } from "./forms.ts";
import { headerCases } from "./headers.ts";
import { packageCases } from "./packages.ts";
import { severalTablesCases } from "./several-tables.ts";
import { sizeCases } from "./sizes.ts";
import { textCases } from "./texts.ts";
import { valueCases } from "./values.ts";

/** All ugly files, by theme. */
export const corpus: readonly CorpusCase[] = [
  ...headerCases,
  ...bodyCases,
  ...severalTablesCases,
  ...valueCases,
  ...packageCases,
  ...sizeCases,
  ...textCases,
  ...formCases,
];
