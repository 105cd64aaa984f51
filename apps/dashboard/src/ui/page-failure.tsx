import { useText } from "../lib/i18n.ts";
import { messages } from "./messages.ts";
import { Failure } from "./states.tsx";

export function PageFailure({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const text = useText(messages);
  return <Failure error={error} title={text("pageFailure")} onRetry={reset} />;
}
