import { useState } from "react";
import { saveFile } from "../../lib/export-csv.ts";
import { useText } from "../../lib/i18n.ts";
import { messages } from "./messages.ts";

interface WorkbookButtonProps {
  /** The name of the file without its ending. */
  readonly name: string;
  readonly disabled?: boolean;
  /** Reads what is to be written and has a worker write it. */
  readonly write: () => Promise<Uint8Array>;
}

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Saves what is shown as an .xlsx file; says that it is being written, and why it was not. */
export function WorkbookButton({ name, disabled = false, write }: WorkbookButtonProps) {
  const text = useText(messages);
  const [state, setState] = useState<"idle" | "writing" | { readonly failure: string }>("idle");
  const save = async () => {
    setState("writing");
    try {
      saveFile(`${name}.xlsx`, workbookType, (await write()) as BlobPart);
      setState("idle");
    } catch (error) {
      setState({ failure: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <>
      <button type="button" className="link" disabled={disabled || state === "writing"} onClick={() => void save()}>
        {text(state === "writing" ? "writing" : "exportWorkbook")}
      </button>
      {typeof state === "string" ? null : (
        <p className="partial" role="alert">
          {text("exportFailed", { why: state.failure })}
        </p>
      )}
    </>
  );
}
