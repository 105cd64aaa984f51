import { queryPolicies } from "@mingchuang/warehouse/queries/meta";
import { queryHandledReviews, queryUnplacedReviews } from "@mingchuang/warehouse/queries/reviews";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Partial as PartData } from "../../ui/states.tsx";
import { ActiveSection } from "./active-section.tsx";
import { ClosedLoop } from "./closed-loop.tsx";
import { ComplaintsSection } from "./complaints-section.tsx";
import { monthInYear } from "./filter-reviews.ts";
import { messages } from "./messages.ts";
import { ReviewFilters } from "./review-filters.tsx";
import type { ReviewsSearch } from "./search.ts";
import "../../ui/subject/subject.css";
import "./reviews.css";

const route = getRouteApi("/reviews");

/** 闭环: are bad reviews handled, in time, and which are still open. */
export function ReviewsPage() {
  const text = useText(messages);
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const { year, scheme } = useScope();
  const search = { ...asked, month: monthInYear(asked.month, year) };
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
        <>
          <PartData>{text("withheld")}</PartData>
          <ReviewFilters reviews={null} search={search} onChange={change} />
          <ActiveSection search={search} />
        </>
      ) : (
        <>
          <Loaded result={reviews}>
            {(rows) =>
              rows.some((row) => row.year === year) ? (
                <>
                  <Unplaced />
                  <Loaded result={policies}>
                    {(chosen) => <ClosedLoop all={rows} policyRows={chosen} search={search} onChange={change} />}
                  </Loaded>
                </>
              ) : (
                <>
                  <Unplaced />
                  <Empty>{text("noReviews", { year })}</Empty>
                </>
              )
            }
          </Loaded>
          <ActiveSection search={search} />
          <ComplaintsSection search={search} />
        </>
      )}
    </Page>
  );
}

/** Bad reviews that are in no figure of this page. */
function Unplaced() {
  const text = useText(messages);
  const { year, scheme } = useScope();
  const { data } = useRows(queryUnplacedReviews, { schemeId: scheme.schemeId, year });
  if (data === undefined) return null;
  return (
    <>
      {data.unregistered > 0 ? <PartData>{text("unregistered", { count: data.unregistered, year })}</PartData> : null}
      {data.undated > 0 ? <PartData>{text("undated", { count: data.undated })}</PartData> : null}
    </>
  );
}
