import { z } from "zod";
import type { Database, SqlRow, SqlValue } from "./database.ts";
import { rowsOf } from "./rows-of.ts";

/** A question and all of its rows, as they were when the file was published. */
interface Answer {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  readonly rows: readonly SqlRow[];
}

/** Column by column, so that a name is written once and not in every row. */
const Columns = z.strictObject({ columns: z.array(z.string()), values: z.array(z.array(z.unknown())) });

/**
 * The list of what was answered beforehand: each question with its columns, or with the name of the file that holds them.
 * The values are not looked at one by one: they come from the publication that wrote the data file itself.
 */
const AnswerList = z.array(
  z.strictObject({
    sql: z.string(),
    parameters: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
    answer: z.union([z.string(), Columns]),
  }),
);

/** Answers of more characters than this get a file of their own, so that nobody fetches a whole ranking to see an overview. */
const inlineCharacters = 100_000;

/** Passes every question on and keeps what was answered, each question once. */
export function recordAnswers(db: Database): { readonly db: Database; readonly answers: () => readonly Answer[] } {
  const kept = new Map<string, Answer>();
  return {
    db: {
      ...db,
      async query<Row extends SqlRow>(sql: string, parameters: readonly SqlValue[] = []) {
        const rows = await db.query<Row>(sql, parameters);
        kept.set(questionKey(sql, parameters), { sql, parameters, rows });
        return rows;
      },
    },
    answers: () => [...kept.values()],
  };
}

/**
 * Gives the answers to `write` as JSON texts: each large one by itself, last the list that says where each is.
 * A number that JSON cannot hold (NaN, infinity) leaves its question out: the engine answers it.
 *
 * @param write puts a text in a file and says how it is called
 * @returns what `write` said, of the list first
 */
export async function writeAnswers<File extends { readonly file: string }>(
  answers: readonly Answer[],
  write: (text: string) => Promise<File>,
): Promise<File[]> {
  const files: File[] = [];
  const list: z.input<typeof AnswerList> = [];
  for (const { sql, parameters, rows } of answers.filter(isWritable)) {
    const columns = columnsOf(rows);
    const text = JSON.stringify(columns);
    if (text.length <= inlineCharacters) {
      list.push({ sql, parameters: [...parameters], answer: columns });
      continue;
    }
    const written = await write(text);
    files.push(written);
    list.push({ sql, parameters: [...parameters], answer: written.file });
  }
  return [await write(JSON.stringify(list)), ...files];
}

function columnsOf(rows: readonly SqlRow[]): z.infer<typeof Columns> {
  const columns = Object.keys(rows[0] ?? {});
  return { columns, values: columns.map((name) => rows.map((row) => row[name])) };
}

const isWritable = ({ rows }: Answer) =>
  rows.every((row) => Object.values(row).every((value) => typeof value !== "number" || Number.isFinite(value)));

/**
 * Looks questions up in the list; a question that is not in it has no answer here.
 *
 * @param list what `writeAnswers` wrote, parsed
 * @param read brings the parsed content of one of the other files
 * @returns `null` for a question that was not asked beforehand
 * @throws {z.ZodError} when the list is none
 */
export function openAnswers(
  list: unknown,
  read: (file: string) => Promise<unknown>,
): (sql: string, parameters: readonly SqlValue[]) => Promise<readonly SqlRow[] | null> {
  const known = new Map(AnswerList.parse(list).map(({ sql, parameters, answer }) => [questionKey(sql, parameters), answer]));
  return async (sql, parameters) => {
    const answer = known.get(questionKey(sql, parameters));
    if (answer === undefined) return null;
    const { columns, values } = typeof answer === "string" ? ((await read(answer)) as z.infer<typeof Columns>) : answer;
    return rowsOf(columns, values[0]?.length ?? 0, (column, row) => values[column]?.[row] as SqlValue);
  };
}

const questionKey = (sql: string, parameters: readonly SqlValue[]) => JSON.stringify([sql, parameters]);
