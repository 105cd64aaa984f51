import { WarehouseError, warehouseErrors } from "@mingchuang/warehouse/errors";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useSyncExternalStore } from "react";
import { currentOpening, subscribeOpening } from "../lib/database.ts";
import { DashboardError, dashboardErrors } from "../lib/errors.ts";
import { formatBytes } from "../lib/format.ts";
import { useLanguage, useText } from "../lib/i18n.ts";
import { messages } from "./messages.ts";

const stepTexts = { manifest: "loadingManifest", data: "loadingData", engine: "loadingEngine", ready: "loadingReady" } as const;

/** What is being waited for, and how far it is. */
export function Loading() {
  const text = useText(messages);
  const { step, received, total } = useSyncExternalStore(subscribeOpening, currentOpening);
  const known = step === "data" && total > 0;
  return (
    <div className="state" role="status">
      <p>{text(stepTexts[step])}…</p>
      <progress aria-label={text(stepTexts[step])} {...(known ? { value: received, max: total } : {})} />
      <p className="state-detail">{known ? `${formatBytes(received)} / ${formatBytes(total)}` : " "}</p>
    </div>
  );
}

interface Told {
  readonly code: string;
  readonly what: string;
  readonly cure: string;
  readonly detail: string;
}

function tell(error: unknown, zh: boolean): Told {
  if (error instanceof DashboardError || error instanceof WarehouseError) {
    const entry = error instanceof DashboardError ? dashboardErrors[error.code] : warehouseErrors[error.code];
    const sql = error instanceof WarehouseError && error.sql !== null ? `\n${error.sql.trim()}` : "";
    return { code: error.code, what: zh ? entry.zh : entry.en, cure: zh ? entry.cureZh : entry.cureEn, detail: `${error.detail}${sql}` };
  }
  const entry = dashboardErrors.B109;
  return {
    code: "B109",
    what: zh ? entry.zh : entry.en,
    cure: zh ? entry.cureZh : entry.cureEn,
    detail: error instanceof Error ? error.message : String(error),
  };
}

/** What happened, why, and what to do; the numbers and words of the machine are one click away. */
export function Failure({ error, title, onRetry }: { readonly error: unknown; readonly title?: string; readonly onRetry?: () => void }) {
  const text = useText(messages);
  const { code, what, cure, detail } = tell(error, useLanguage() === "zh");
  return (
    <div className="state failure" role="alert">
      <p className="state-title">
        <span className="code">{code}</span> {title ?? text("failure")}
      </p>
      <p>{what}</p>
      <p>
        <strong>{text("whatToDo")}</strong>　{cure}
      </p>
      {onRetry ? (
        <button type="button" className="button" onClick={onRetry}>
          {text("retry")}
        </button>
      ) : null}
      <details>
        <summary>{text("details")}</summary>
        <pre>{detail}</pre>
      </details>
    </div>
  );
}

/** Nothing to show: which data are missing, and how to bring them. */
export function Empty({ children }: { readonly children: ReactNode }) {
  const text = useText(messages);
  return (
    <div className="state">
      <p className="state-title">{text("empty")}</p>
      <p>{children}</p>
    </div>
  );
}

/** Something is shown, but part of it is missing. */
export function Partial({ children }: { readonly children: ReactNode }) {
  const text = useText(messages);
  return (
    <p className="partial">
      <strong>{text("partial")}</strong>　{children}
    </p>
  );
}

/** Shows a query's rows, or that they are coming, or why they are not. */
export function Loaded<Result>({
  result,
  children,
}: {
  readonly result: UseQueryResult<Result>;
  readonly children: (value: Result) => ReactNode;
}) {
  if (result.data !== undefined) return <>{children(result.data)}</>;
  if (result.isError) return <Failure error={result.error} onRetry={() => void result.refetch()} />;
  return <Loading />;
}
