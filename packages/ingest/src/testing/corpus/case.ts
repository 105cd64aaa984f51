/** A cell of an expected row as the store has it: dates as text, points in hundredths. */
export type StoredValue = string | number | boolean | null;

/** What ingestion is to make of a file. */
export interface Expectation {
  readonly state: "loaded" | "refused";
  /** Of a refused file. */
  readonly error?: string;
  /** Every stored row of the file by kind, in the order of sheet, row and key, with the columns that the case is about. */
  readonly rows?: Readonly<Record<string, readonly Readonly<Record<string, StoredValue>>[]>>;
  /** Every problem: where (`统计!D8`, or `第3行·办件量` in a text file), and its number. Rejections first, then what is only noted. */
  readonly problems?: readonly (readonly [place: string, code: string])[];
  /** Sheets that are not read, and why. */
  readonly skipped?: readonly (readonly [sheet: string, code: string])[];
}

/** An ugly file as people hand them in, and what has to come of it. */
export interface CorpusCase {
  /** A sentence that says what the file is like and what is made of it. */
  readonly name: string;
  /** Its path below the corpus folder. */
  readonly file: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly expect: Expectation;
}
