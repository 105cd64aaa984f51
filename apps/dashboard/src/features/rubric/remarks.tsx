import type { SchemeWarning } from "@mingchuang/rubric/authoring/scheme-warning";
import { schemeWarnings } from "@mingchuang/rubric/authoring/warnings";
import { useText } from "../../lib/i18n.ts";
import { messages } from "./messages.ts";
import { useReading, useSay } from "./scheme-context.ts";

type Path = SchemeWarning["path"];

const isBelow = (path: Path, above: Path): boolean => above.every((key, place) => path[place] === key);

/** What is worth a look in the part of the scheme below a path, as rows of its table. */
export function Remarks({ below, columns }: { readonly below: Path; readonly columns: number }) {
  const { warnings } = useReading();
  return warnings
    .filter(({ path }) => isBelow(path, below))
    .map((warning) => (
      <tr key={`${warning.code} ${warning.path.join(".")}`} className="remark">
        <td colSpan={columns}>
          <Remark warning={warning} />
        </td>
      </tr>
    ));
}

export function Remark({ warning: { code, detail } }: { readonly warning: SchemeWarning }) {
  const text = useText(messages);
  const say = useSay();
  return (
    <>
      <abbr className="remark-code" title={say(schemeWarnings[code])}>
        {text("remark")} {code}
      </abbr>
      {say(detail)}
    </>
  );
}
