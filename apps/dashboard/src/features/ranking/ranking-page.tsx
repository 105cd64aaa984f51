import { queryRanking } from "@mingchuang/warehouse/queries/ranking";
import { Link } from "@tanstack/react-router";
import { useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";
import { Ranking } from "./ranking.tsx";
import "./ranking.css";

/** 排名: who leads, by what, and how far it is to the lines. */
export function RankingPage() {
  const text = useText(messages);
  const { year, honour } = useScope();
  const result = useRows(queryRanking, { year, honour });
  // Without what the results were decided on there is nothing to try.
  const canTry = useReach("eval_facts", "facts") !== "withheld";
  return (
    <Page title={text("title")} question={text("question")} actions={canTry ? <Link to="/what-if">{text("whatIf")}</Link> : null}>
      <Loaded result={result}>{(rows) => (rows.length > 0 ? <Ranking rows={rows} /> : <Empty>{text("noneAtAll")}</Empty>)}</Loaded>
    </Page>
  );
}
