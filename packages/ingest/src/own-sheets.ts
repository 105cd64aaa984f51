import type { IngestErrorCode } from "./errors.ts";

/**
 * Sheets that we write beside data and that are no data themselves. The text in their first cell tells them, under whatever name a
 * program keeps them; a sheet that somebody copies and gives another first row is data like any other.
 */
export const ownSheets = {
  returned: { name: "退回说明", mark: "退回说明 · What to correct", note: "F140" },
  guide: { name: "填写说明", mark: "填写说明 · How to fill this in", note: "F140" },
  example: { name: "示例", mark: "示例（虚构，不读取） · Example (invented, not read)", note: "F141" },
} as const satisfies Record<string, { name: string; mark: string; note: IngestErrorCode }>;

/** The note with which a sheet that we wrote is left out, null for any other; `first` is the first cell that is not blank. */
export function noteOfOwnSheet(first: string | undefined): IngestErrorCode | null {
  return Object.values(ownSheets).find(({ mark }) => mark === first?.trim())?.note ?? null;
}
