import { open, readFile } from "node:fs/promises";

/** What a file is by its content, whatever its name says. */
export type FileShape = "empty" | "zip" | "old-workbook" | "encrypted-workbook" | "ole" | "markup" | "pdf" | "parquet" | "text";

const headBytes = 4096;
/** Larger than any old workbook: what is beyond is not looked through for the names of its streams. */
const mostOleBytes = 1 << 28;

/** Looks at the first bytes of a file; of an old office container also at which streams it has. */
export async function fileShape(path: string): Promise<FileShape> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.length === 0) return "empty";
    if (head.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") return "zip";
    if (head.subarray(0, 4).toString("latin1") === "%PDF") return "pdf";
    if (["PAR1", "PARE"].includes(head.subarray(0, 4).toString("latin1"))) return "parquet";
    if (head.subarray(0, 8).toString("hex") === "d0cf11e0a1b11ae1") {
      const { size } = await file.stat();
      return size > mostOleBytes ? "ole" : oleShape(await readFile(path));
    }
    return isMarkup(head) ? "markup" : "text";
  } finally {
    await file.close();
  }
}

/** A workbook under a password is a container with the stream `EncryptedPackage`, an old one has `Workbook` or `Book`. */
function oleShape(bytes: Buffer): FileShape {
  const hasStream = (name: string) => bytes.includes(Buffer.from(`${name}\0`, "utf16le"));
  if (hasStream("EncryptedPackage")) return "encrypted-workbook";
  return hasStream("Workbook") || hasStream("Book") ? "old-workbook" : "ole";
}

/** A web page, a page with its pictures in one file, or the XML of Excel 2003: what many systems export under the name of a workbook. */
function isMarkup(head: Buffer): boolean {
  const encoding = head[0] === 0xff && head[1] === 0xfe ? "utf16le" : "latin1";
  const text = head
    .toString(encoding)
    .replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, "")
    .trimStart();
  return /^(<\?xml|<!doctype|<html|<head|<meta|<body|<table|<style|<div|<workbook|mime-version:)/i.test(text);
}
