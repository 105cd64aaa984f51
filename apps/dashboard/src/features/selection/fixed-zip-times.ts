const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endSize = 22;
const entrySize = 46;

/** The archive with one day for every file in it, instead of the moment at which it was packed: the same content, the same bytes. */
export function withFixedTimes(archive: Uint8Array, made: Date): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const day = ((made.getUTCFullYear() - 1980) << 9) | ((made.getUTCMonth() + 1) << 5) | made.getUTCDate();
  const end = bytes.length - endSize;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) throw new Error("not an archive that ends with its directory");
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry++) {
    if (view.getUint32(at, true) !== directoryEntry) throw new Error(`entry ${entry} of the directory is not where it should be`);
    const file = view.getUint32(at + 42, true);
    setTime(view, at + 12, day);
    setTime(view, file + 10, day);
    at += entrySize + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

/** Midnight of the day, as archives write it. */
function setTime(view: DataView, at: number, day: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, day, true);
}
