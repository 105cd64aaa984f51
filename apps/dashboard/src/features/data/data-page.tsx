import { type FileVersion, queryFileVersions } from "@mingchuang/warehouse/queries/data";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback } from "react";
import { formatCount, formatRate } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { Checks } from "./checks.tsx";
import { CoverageSection } from "./coverage.tsx";
import { FileSection } from "./file-section.tsx";
import { FreshnessSection } from "./freshness.tsx";
import { Ledger } from "./ledger.tsx";
import { messages } from "./messages.ts";
import { Quarantine } from "./quarantine.tsx";
import { ReviewMonths } from "./review-months.tsx";
import type { DataSearch } from "./search.ts";
import "../../ui/subject/subject.css";
import "./data.css";

const route = getRouteApi("/data");

/** 数据: may I trust it. */
export function DataPage() {
  const text = useText(messages);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (part: Partial<DataSearch>) => void navigate({ search: (former) => ({ ...former, ...part }), resetScroll: false }),
    [navigate],
  );
  const files = useRows(queryFileVersions);
  return (
    <Page title={text("title")} question={text("question")} actions={<Contents />}>
      <Loaded result={files}>{(rows) => <Account files={rows.filter(({ replaced_by }) => replaced_by === null)} />}</Loaded>
      <CoverageSection search={search} onChange={change} />
      <Quarantine search={search} onChange={change} />
      <Checks search={search} onChange={change} />
      <Loaded result={files}>{(rows) => <FileSection files={rows} search={search} onChange={change} />}</Loaded>
      <Ledger />
      <ReviewMonths />
      <FreshnessSection />
    </Page>
  );
}

const parts = ["coverage", "quarantine", "checks", "files", "ledger", "freshness"] as const;

function Contents() {
  const text = useText(messages);
  return (
    <nav className="data-contents" aria-label={text("contents")}>
      {parts.map((part) => (
        <Link key={part} from="/data" to="/data" search={(former) => former} hash={part}>
          {text(part)}
        </Link>
      ))}
    </nav>
  );
}

/** The account of all files in force: rows in are accepted, rejected or superseded, and nothing else. */
function Account({ files }: { readonly files: readonly FileVersion[] }) {
  const text = useText(messages);
  const sum = (read: (file: FileVersion) => number) => files.reduce((total, file) => total + read(file), 0);
  const [rows, accepted, rejected, superseded] = [
    sum((file) => file.rows_in),
    sum((file) => file.accepted),
    sum((file) => file.rejected),
    sum((file) => file.superseded),
  ];
  const refused = files.filter(({ state }) => state === "refused").length;
  const stats: readonly (readonly [label: string, value: string, basis: string])[] = [
    [text("filesInForce"), formatCount(files.length), refused === 0 ? text("noneRefused") : text("someRefused", { count: refused })],
    [text("inRows", { what: text("rows_in") }), formatCount(rows), text("rowsBasis")],
    [text("inRows", { what: text("accepted") }), formatCount(accepted), text("ofRows", { rate: formatRate(accepted, rows) })],
    [text("inRows", { what: text("rejected") }), formatCount(rejected), text("ofRows", { rate: formatRate(rejected, rows) })],
    [text("inRows", { what: text("superseded") }), formatCount(superseded), text("ofRows", { rate: formatRate(superseded, rows) })],
  ];
  const closes = rows === accepted + rejected + superseded;
  return (
    <Section id="account" title={text("accountTitle")}>
      <dl className="stats">
        {stats.map(([label, value, basis]) => (
          <div className="stat" key={label}>
            <dt>{label}</dt>
            <dd>
              <span className="stat-value">{value}</span>
              <span className="stat-basis">{basis}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={closes ? "sum" : "sum broken"} role={closes ? undefined : "alert"}>
        {text(closes ? "account" : "accountBroken", {
          rows: formatCount(rows),
          accepted: formatCount(accepted),
          rejected: formatCount(rejected),
          superseded: formatCount(superseded),
        })}
      </p>
    </Section>
  );
}
