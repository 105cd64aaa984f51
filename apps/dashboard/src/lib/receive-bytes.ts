import { DashboardError } from "./errors.ts";

/**
 * Fetches a file whole, telling how many bytes have come.
 *
 * @throws {DashboardError} B104 when the server does not have it, B107 when it cannot be reached, B105 when the connection breaks off.
 */
export async function receiveBytes(url: string, received: (bytes: number) => void): Promise<Uint8Array> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new DashboardError("B107", url, cause);
  });
  if (!response.ok) throw new DashboardError("B104", `${url}: HTTP ${response.status}`);
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array[] = [];
  let length = 0;
  received(0);
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new DashboardError("B105", `${url}: ${length}`, cause);
    });
    if (done) break;
    parts.push(value);
    length += value.length;
    received(length);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
