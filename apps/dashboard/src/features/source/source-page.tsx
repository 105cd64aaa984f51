import { queryRecordSource, querySubjectSource } from "@mingchuang/warehouse/queries/lineage";
import { getRouteApi } from "@tanstack/react-router";
import { useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { MonthSource, SumSource, YearSource } from "./count-sources.tsx";
import { kindName } from "./figure-words.ts";
import { messages } from "./messages.ts";
import { ItemSource, LineSource, SelfSource, TotalSource } from "./score-sources.tsx";
import { SourceRows } from "./source-rows.tsx";
import "../../ui/subject/subject.css";
import "./source.css";

const route = getRouteApi("/source");

/** 来源: from any figure of a page to the rows, files and cells it came from. */
export function SourcePage() {
  const text = useText(messages);
  const { of, id, at, field, by } = route.useSearch();
  const withheld = useReach("mart_column", "place") === "withheld";
  if (withheld || id === undefined || at === undefined) {
    return (
      <Page title={text("title")} question={text("question")}>
        <Empty>{text(withheld ? "withheld" : "nothingAsked")}</Empty>
      </Page>
    );
  }
  switch (of) {
    case "month":
      return <MonthSource windowId={id} month={at} field={field} />;
    case "year":
      return <YearSource windowId={id} year={Number(at)} field={field} />;
    case "sum":
      return <SumSource by={by} group={id} period={at} field={field} />;
    case "total":
      return <TotalSource applicationId={id} />;
    case "item":
      return <ItemSource applicationId={id} item={at} />;
    case "line":
      return <LineSource applicationId={id} lineNo={Number(at)} />;
    case "self":
      return <SelfSource applicationId={id} item={at} />;
    case "record":
      return <RecordSource recordId={id} kind={at} />;
    case "register":
      return <RegisterSource subjectId={id} name={at} />;
  }
}

function RecordSource({ recordId, kind }: { readonly recordId: string; readonly kind: string }) {
  const text = useText(messages);
  const rows = useRows(queryRecordSource, { kind, recordId });
  return (
    <Page title={text("ofRecord", { kind: kindName(kind, text), id: recordId })} question={text("question")} trail={[text("title")]}>
      <Loaded result={rows}>{(found) => <SourceRows rows={found} nothing={text("noRows")} />}</Loaded>
    </Page>
  );
}

function RegisterSource({ subjectId, name }: { readonly subjectId: string; readonly name: string }) {
  const text = useText(messages);
  const rows = useRows(querySubjectSource, { subjectId });
  return (
    <Page title={`${name}　${text("register")}`} question={text("question")} trail={[text("title")]}>
      <Loaded result={rows}>{(found) => <SourceRows rows={found} nothing={text("noRows")} />}</Loaded>
    </Page>
  );
}
