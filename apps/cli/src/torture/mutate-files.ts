import type { Random } from "@mingchuang/sample/random";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A file that is as it should be, and how many rows stand in it. */
export interface Specimen {
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** A damaged file. `rows` is known only where the damage leaves all rows readable. */
export interface MutatedFile {
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly rows: number | null;
  readonly how: string;
}

const isZip = ({ bytes }: Specimen) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isText = ({ extension }: Specimen) => /^\.(csv|tsv|json|ndjson|jsonl)$/.test(extension);

type Change = (specimen: Specimen, random: Random, others: readonly Specimen[]) => Uint8Array | null;
type Kept = (specimen: Specimen, random: Random) => Uint8Array | null;

const anywhere: Readonly<Record<string, Change>> = {
  "flipped bits": ({ bytes }, random) => {
    const out = Uint8Array.from(bytes);
    for (let flip = random.int(1, 24); flip > 0 && out.length > 0; flip -= 1) {
      const at = random.int(0, out.length - 1);
      out[at] = (out[at] ?? 0) ^ (1 << random.int(0, 7));
    }
    return out;
  },
  truncated: ({ bytes }, random) => bytes.subarray(0, random.int(0, bytes.length)),
  "a piece cut out": ({ bytes }, random) => {
    const from = random.int(0, bytes.length);
    return concat(bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + random.int(1, 600))));
  },
  "a piece twice": ({ bytes }, random) => {
    const from = random.int(0, bytes.length);
    const to = Math.min(bytes.length, from + random.int(1, 2000));
    return concat(bytes.subarray(0, to), bytes.subarray(from));
  },
  "random bytes put in": ({ bytes }, random) => {
    const at = random.int(0, bytes.length);
    const noise = Uint8Array.from({ length: random.int(1, 300) }, () => random.int(0, 255));
    return concat(bytes.subarray(0, at), noise, bytes.subarray(at));
  },
  spliced: ({ bytes }, random, others) => {
    const other = random.pick(others).bytes;
    return concat(bytes.subarray(0, random.int(0, bytes.length)), other.subarray(random.int(0, other.length)));
  },
  "zeros at the end": ({ bytes }, random) => concat(bytes, new Uint8Array(random.int(1, 70_000))),
  "one byte throughout": ({ bytes }, random) => Uint8Array.from(bytes, (byte) => (random.chance(0.02) ? 0x22 : byte)),
};

const grammar = [
  '"',
  '""',
  '"""',
  "\r",
  "\n",
  "\r\n",
  "\t",
  ",",
  ";",
  "|",
  "\u0000",
  "\ufeff",
  "'",
  "\\",
  '",\n"',
  "\u2028",
  "{",
  "}",
  "[",
  "]",
  "null",
  ":",
  "\\ud800",
];

const ofText: Readonly<Record<string, Change>> = {
  "grammar put in": ({ bytes }, random) => {
    let text = Buffer.from(bytes).toString("utf8");
    for (let times = random.int(1, 6); times > 0; times -= 1) {
      const at = random.int(0, text.length);
      text = text.slice(0, at) + random.pick(grammar) + text.slice(at);
    }
    return Buffer.from(text);
  },
  "lines shuffled": ({ bytes }, random) => Buffer.from(random.shuffle(Buffer.from(bytes).toString("utf8").split("\n")).join("\n")),
  "another encoding than its bytes say": ({ bytes }, random) => {
    const text = new TextDecoder(random.pick(["gb18030", "utf-16le", "latin1", "utf-16be"])).decode(bytes);
    return random.chance(0.5) ? Buffer.from(text) : Buffer.from(text, "utf16le");
  },
  "a quote never closed": ({ bytes }, random) => {
    const text = Buffer.from(bytes).toString("utf8");
    const at = text.indexOf(",", random.int(0, text.length));
    return at < 0 ? null : Buffer.from(`${text.slice(0, at + 1)}"${text.slice(at + 1)}`);
  },
};

/** Changes after which every row still stands there. */
const keeping: Readonly<Record<string, Kept>> = {
  "other line ends": ({ extension, bytes }, random) =>
    extension === ".csv" || extension === ".tsv" ? Buffer.from(utf8(bytes).replaceAll("\n", random.pick(["\r\n", "\r"]))) : null,
  "mixed line ends": ({ extension, bytes }, random) =>
    extension === ".csv" || extension === ".tsv"
      ? Buffer.from(utf8(bytes).replaceAll("\n", () => random.pick(["\r\n", "\n", "\r"])))
      : null,
  "as UTF-16": ({ extension, bytes }, random) => {
    if (extension !== ".csv" && extension !== ".tsv") return null;
    const little = Buffer.from(`\ufeff${utf8(bytes)}`, "utf16le");
    return random.chance(0.5) ? little : little.swap16();
  },
  "with a byte order mark": ({ extension, bytes }) =>
    extension === ".csv" || extension === ".tsv" ? concat(Uint8Array.of(0xef, 0xbb, 0xbf), bytes) : null,
  "with blank lines": ({ extension, bytes }, random) =>
    extension === ".csv" || extension === ".tsv" ? Buffer.from(utf8(bytes).replaceAll("\n", () => "\n".repeat(random.int(1, 4)))) : null,
  "without the last line end": ({ extension, bytes }) =>
    extension === ".csv" || extension === ".tsv" ? Buffer.from(utf8(bytes).trimEnd()) : null,
  "packed anew": (specimen, random) => (isZip(specimen) ? repack(unzipSync(specimen.bytes), random) : null),
};

const markup = [
  '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
  "&a;",
  "&#0;",
  "&#x110000;",
  "&lt",
  "<c>",
  "</row>",
  '<row r="1048577"/>',
  '<c r="XFE1"/>',
  '<c r="A0" t="s"><v>99999999</v></c>',
  "<![CDATA[x",
  "<!--",
  "\u0000",
  '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
  "<v>1e999</v>",
  '<row r="2"/>',
];

const ofZip: Readonly<Record<string, Change>> = {
  "markup of a part changed": ({ bytes }, random) =>
    inPart(bytes, random, (text) => {
      let changed = text;
      for (let times = random.int(1, 5); times > 0; times -= 1) {
        const at = random.int(0, changed.length);
        changed = random.chance(0.5)
          ? changed.slice(0, at) + random.pick(markup) + changed.slice(at)
          : changed.slice(0, at) + changed.slice(Math.min(changed.length, at + random.int(1, 60)));
      }
      return changed;
    }),
  "numbers of a part changed": ({ bytes }, random) =>
    inPart(bytes, random, (text) =>
      text.replace(/\d+/g, (digits) =>
        random.chance(0.03) ? random.pick(["0", "-1", "1048577", "4294967296", "99999999999999999999", "", "x", digits.repeat(3)]) : digits,
      ),
    ),
  "a part left out": ({ bytes }, random) => {
    const parts = unzipSync(bytes);
    delete parts[random.pick(Object.keys(parts))];
    return zipSync(parts);
  },
  "a part under another name": ({ bytes }, random) => {
    const parts = unzipSync(bytes);
    const name = random.pick(Object.keys(parts));
    const renamed = random.pick([
      `../../${name}`,
      `/${name}`,
      name.toUpperCase(),
      name.replaceAll("/", "\\"),
      `${name}\u0000`,
      "C:\\x",
      "xl/workbook.xml",
    ]);
    return zipSync({
      ...Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name)),
      [renamed]: parts[name] ?? new Uint8Array(),
    });
  },
  "the list of contents changed": ({ bytes }, random) => {
    const out = Buffer.from(bytes);
    const end = out.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    const from = end < 0 ? 0 : out.readUInt32LE(end + 16);
    for (let times = random.int(1, 4); times > 0; times -= 1) {
      const at = random.int(Math.min(from, out.length - 1), out.length - 1);
      out[at] = random.pick([0, 1, 8, 99, 255, random.int(0, 255)]);
    }
    return out;
  },
  "sizes and flags that lie": ({ bytes }, random) => {
    const out = Buffer.from(bytes);
    for (
      let at = out.indexOf("PK\u0001\u0002", 0, "latin1");
      at >= 0 && at + 46 < out.length;
      at = out.indexOf("PK\u0001\u0002", at + 4, "latin1")
    ) {
      if (!random.chance(0.3)) continue;
      const [offset, value] = random.pick([
        [8, 1],
        [10, 99],
        [16, 7],
        [20, 0xffffffff],
        [20, 1],
        [24, 0xffffffff],
        [24, 1],
        [24, 0x7fffffff],
        [42, 0],
        [42, 0xffffffff],
      ] as const);
      if (offset < 16) out.writeUInt16LE(value, at + offset);
      else out.writeUInt32LE(value, at + offset);
    }
    return out;
  },
};

/** Damages a file in one of many ways, or changes it in one that leaves its rows readable. */
export function mutateFile(specimen: Specimen, random: Random, others: readonly Specimen[]): MutatedFile {
  const { extension } = specimen;
  if (random.chance(0.15)) {
    const [how, change] = random.pick(Object.entries(keeping));
    const bytes = change(specimen, random);
    if (bytes) return { extension, bytes, rows: specimen.rows, how };
  }
  const ways = [
    ...Object.entries(anywhere),
    ...(isText(specimen) ? Object.entries(ofText) : []),
    ...(isZip(specimen) ? [...Object.entries(ofZip), ...Object.entries(ofZip)] : []),
  ];
  const [how, change] = random.pick(ways);
  const bytes = change(specimen, random, others);
  if (!bytes) return { extension, bytes: specimen.bytes, rows: specimen.rows, how: "unchanged" };
  // One in twenty comes under another extension as well.
  return {
    extension: random.chance(0.05) ? random.pick([".csv", ".xlsx", ".xls", ".tsv", ".json", ".ndjson", ".parquet"]) : extension,
    bytes,
    rows: null,
    how,
  };
}

function inPart(bytes: Uint8Array, random: Random, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  const name = random.weighted(names.map((each) => [each, /sheet\d|sharedStrings|workbook\.xml$/.test(each) ? 5 : 1] as const));
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) });
}

const repack = (parts: Record<string, Uint8Array>, random: Random) =>
  zipSync(Object.fromEntries(random.shuffle(Object.entries(parts))), { level: random.pick([0, 1, 9] as const) });

const utf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");

function concat(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}
