import { useSyncExternalStore } from "react";
import { engineFailure, retryEngine, subscribeOpening } from "../lib/database.ts";
import { useText } from "../lib/i18n.ts";
import { messages } from "./messages.ts";
import { Failure } from "./states.tsx";

/** What was answered at publication can be read without the engine, everything else cannot: said once, above whatever page is open. */
export function EngineFailure() {
  const text = useText(messages);
  const error = useSyncExternalStore(subscribeOpening, engineFailure);
  if (error === null) return null;
  return (
    <div className="engine-failure">
      <Failure error={error} title={text("engineFailure")} onRetry={() => void retryEngine()} />
    </div>
  );
}
