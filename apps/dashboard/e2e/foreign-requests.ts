import type { BrowserContext } from "@playwright/test";

/** Every address the browser asked for that is not ours, as it asks. */
export function watchForeignRequests(context: BrowserContext): readonly string[] {
  const foreign: string[] = [];
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") foreign.push(request.url());
  });
  return foreign;
}
