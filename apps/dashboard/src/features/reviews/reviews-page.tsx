import { queryPolicies } from "@mingchuang/warehouse/queries/meta";
import { type HandledReview, queryHandledReviews, queryUnplacedReviews } from "@mingchuang/warehouse/queries/reviews";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Partial as PartData } from "../../ui/states.tsx";
import { ClosedLoop } from "./closed-loop.tsx";
import { messages } from "./messages.ts";
import type { ReviewsSearch } from "./search.ts";
import "../../ui/subject/subject.css";
import "./reviews.css";

const route = getRouteApi("/reviews");

/** 闭环: are bad reviews handled, in time, and which are still open. */
export function ReviewsPage() {
  const text = useText(messages);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { year, scheme } = useScope();
  const withheld = useReach("mart_bad_review", "review_id") === "withheld";
  const reviews = useRows(queryHandledReviews, { schemeId: scheme.schemeId });
  const policies = useRows(queryPolicies);
  const change = useCallback(
    (part: Partial<ReviewsSearch>) => void navigate({ search: (former) => ({ ...former, ...part }), resetScroll: false }),
    [navigate],
  );
  return (
    <Page title={text("title")} question={text("question")}>
      {withheld ? (
        <PartData>{text("withheld")}</PartData>
      ) : (
        <Loaded result={reviews}>
          {(rows) =>
            rows.some((row) => row.year === year) ? (
              <>
                <Unplaced rows={rows} />
                <Loaded result={policies}>
                  {(chosen) => <ClosedLoop all={rows} policyRows={chosen} search={search} onChange={change} />}
                </Loaded>
              </>
            ) : (
              <Empty>{text("noReviews", { year })}</Empty>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

/** Bad reviews that are in no figure of this page. */
function Unplaced({ rows }: { readonly rows: readonly HandledReview[] }) {
  const text = useText(messages);
  const { year, scheme } = useScope();
  const { data } = useRows(queryUnplacedReviews, { schemeId: scheme.schemeId, year });
  if (data === undefined || rows.length === 0) return null;
  return (
    <>
      {data.unregistered > 0 ? <PartData>{text("unregistered", { count: data.unregistered, year })}</PartData> : null}
      {data.undated > 0 ? <PartData>{text("undated", { count: data.undated })}</PartData> : null}
    </>
  );
}
