import { askWorker } from "../../lib/ask-worker.ts";
import { openData } from "../../lib/database.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { useSheetHead } from "../../ui/workbook/sheet-head.ts";
import { WorkbookButton } from "../../ui/workbook/workbook-button.tsx";
import type { Applicant, BesideRow } from "./beside-row.ts";
import { besideSheet } from "./beside-sheet.ts";
import type { BesideWorkbook } from "./beside-workbook.ts";
import { letters } from "./letters.ts";
import { messages } from "./messages.ts";

interface BesideWorkbookButtonProps {
  readonly applicants: readonly Applicant[];
  readonly rows: readonly BesideRow[];
  readonly different: boolean;
}

/** Writes the comparison to an .xlsx file; what writes it is a worker, loaded when it is asked for. */
export function BesideWorkbookButton({ applicants, rows, different }: BesideWorkbookButtonProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { meta } = useHoldings();
  const { year, honour, scheme } = useScope();
  const { nameOf } = useHonours();
  const sheetHead = useSheetHead();
  const title = text("sheetTitle", { year, honour: nameOf(honour) });
  const write = async () => {
    const { file } = await openData();
    const above = sheetHead(title, file);
    const hidden = different ? rows.filter(({ differs }) => !differs).length : 0;
    const head = [
      above.title,
      above.scheme,
      above.address,
      above.file,
      text("sheetNote", { reference: letters[language][0] ?? "" }) +
        (hidden > 0 ? text("sheetHidden", { count: hidden }) : "") +
        (scheme.isLowerBetter(honour) ? text("lowerBetter") : ""),
    ];
    const names = applicants.map(({ result }) => result.subject_name);
    const sheet = besideSheet({
      rows,
      different,
      letters: letters[language],
      names,
      honour: scheme.honour(honour),
      text,
      top: head.length + 1,
    });
    const workbook: BesideWorkbook = {
      sheetName: text("title"),
      notesName: text("sheetDetails"),
      head,
      sheet,
      made: new Date(`${meta.as_of}T00:00:00Z`),
    };
    const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), { type: "module" });
    return (await askWorker<{ readonly bytes: Uint8Array }>(worker, workbook)).bytes;
  };
  return <WorkbookButton name={title} write={write} />;
}
