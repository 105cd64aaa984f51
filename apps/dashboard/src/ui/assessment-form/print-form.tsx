import type { SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import { useCallback, useState } from "react";
import { createPortal } from "react-dom";
import { useText } from "../../lib/i18n.ts";
import { AssessmentForm } from "./assessment-form.tsx";
import { messages } from "./messages.ts";
import "./form.css";

/** Prints the filled form of an application, alone; the page's own print stays that of the page. */
export function PrintForm({ result }: { readonly result: SubjectResultRow }) {
  const text = useText(messages);
  const [turn, setTurn] = useState(0);
  const done = useCallback(() => setTurn(0), []);
  return (
    <>
      <button type="button" className="button" onClick={() => setTurn((former) => former + 1)}>
        {text("print")}
      </button>
      {turn === 0 ? null : createPortal(<AssessmentForm key={turn} result={result} onPrinted={done} />, document.body)}
    </>
  );
}
