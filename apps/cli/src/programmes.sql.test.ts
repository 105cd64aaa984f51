import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SqlRow } from "@mingchuang/warehouse/database";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "./main.ts";
import { rules } from "./pipeline.ts";
import { recordingTerminal } from "./recording-terminal.ts";
import { repository, type Workspace, workspaceAt } from "./workspace.ts";

const programmes = ["fenghua-2022", "hunan-2011", "suzhou-2019", "template-plan"] as const;
type ProgrammeId = (typeof programmes)[number];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "mingchuang-programmes-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Takes a folder in and evaluates it from the command line, and says what was said. */
async function evaluateFolder(folder: string, workspace: Workspace, ...choices: string[]): Promise<string> {
  const terminal = recordingTerminal("zh");
  const where = ["--workspace", workspace.folder, "--schemes", rules.schemes];
  expect(await runCommandLine(["ingest", folder, ...where], terminal)).toBe(0);
  expect(await runCommandLine(["evaluate", ...where, ...choices], terminal)).toBe(0);
  return terminal.said.join("\n");
}

async function query(workspace: Workspace, sql: string): Promise<readonly SqlRow[]> {
  const db = await openNodeDatabase(workspace.evaluation, { readOnly: true });
  try {
    return await db.query(sql);
  } finally {
    await db.close();
  }
}

interface Evaluated {
  readonly said: string;
  readonly workspace: Workspace;
}

/** A programme's sample in a store of its own, by programme and choices: taken in and evaluated once, and only read after that. */
const evaluations = new Map<string, Promise<Evaluated>>();
function evaluateAlone(id: ProgrammeId, ...choices: string[]): Promise<Evaluated> {
  const key = [id, ...choices].join(" ");
  const evaluate = async () => {
    const workspace = workspaceAt(mkdtempSync(join(root, id)));
    return { workspace, said: await evaluateFolder(join(repository, "data/sample", id), workspace, ...choices) };
  };
  const evaluated = evaluations.get(key) ?? evaluate();
  evaluations.set(key, evaluated);
  return evaluated;
}

function programme(id: ProgrammeId, ...choices: string[]) {
  let evaluated: Evaluated = { said: "", workspace: workspaceAt(".") };
  beforeAll(async () => {
    evaluated = await evaluateAlone(id, ...choices);
  });
  return { said: () => evaluated.said, rows: (sql: string) => query(evaluated.workspace, sql) };
}

describe("Suzhou 2019", () => {
  const { said, rows } = programme("suzhou-2019");

  test("a hall window's total is half its bimonthly place and a quarter each of the democratic and the survey's, as SQL has it", async () => {
    const differing = await rows(`
      with bimonthly as (select subject_id, avg(rank) as place from mart_appraisal where source = 'bimonthly' group by subject_id),
        hall as (
          select a.subject_id, a.source, rank() over (partition by a.source order by a.score desc) as place
          from mart_appraisal a join eval_result r on r.subject_id = a.subject_id and r.state not in ('not_applied', 'ineligible')
          join mart_application p on p.application_id = r.application_id and p.subject_kind = 'window'
          where a.source in ('democratic', 'third_party')
        ),
        expected as (
          select b.subject_id, b.place / 2 + d.place / 4 + t.place / 4 as total
          from bimonthly b
          join hall d on d.subject_id = b.subject_id and d.source = 'democratic'
          join hall t on t.subject_id = b.subject_id and t.source = 'third_party'
        )
      select e.subject_id, e.total, r.total_num / (100.0 * r.total_den) as actual
      from expected e join eval_result r on r.subject_id = e.subject_id and r.honour = 'service-collective'
      where r.total_num is null or abs(e.total - r.total_num / (100.0 * r.total_den)) > 1e-9`);
    expect(differing).toEqual([]);
    const [{ n } = { n: 0 }] = await rows("select count(*) as n from eval_result where honour = 'service-collective' and state = 'ranked'");
    expect(n).toBe(26);
  });

  test("who is late did not apply; who does not fit is not eligible; what is open is undecided: each with the rule", async () => {
    expect(
      await rows(`
        select r.state, e.rule, count(*) as n from eval_result r
        join eval_eligibility e on e.application_id = r.application_id and e.state in ('unmet', 'undecided')
        group by all order by all`),
    ).toEqual([
      { state: "ineligible", rule: "began", n: 1 },
      { state: "ineligible", rule: "front-line", n: 1 },
      { state: "ineligible", rule: "in-post", n: 1 },
      { state: "ineligible", rule: "in-use", n: 1 },
      { state: "ineligible", rule: "no-penalty", n: 1 },
      { state: "ineligible", rule: "on-staff", n: 1 },
      { state: "ineligible", rule: "staff", n: 1 },
      { state: "ineligible", rule: "text-length", n: 1 },
      { state: "ineligible", rule: "whole-period", n: 1 },
      { state: "not_applied", rule: "in-time", n: 3 },
      { state: "undecided", rule: "in-use", n: 1 },
      { state: "undecided", rule: "no-law", n: 1 },
      { state: "undecided", rule: "two-projects", n: 3 },
    ]);
  });

  test("twenty are chosen for each of three honours, in each tier at most one more or fewer than stated", async () => {
    expect(await rows(`select honour, status, chosen from eval_stage where stage = 'approval' order by honour`)).toEqual(
      ["reform-unit", "service-collective", "window-star"].map((honour) => ({ honour, status: "settled", chosen: 20 })),
    );
    const places: Readonly<Record<string, readonly number[]>> = {
      "reform-unit": [5, 5, 4, 6],
      "service-collective": [5, 3, 2, 10],
      "window-star": [5, 3, 2, 10],
    };
    const tiers = ["approval-bureaus", "zone-bureaus", "centres", "own"];
    const chosen = await rows(`
      select s.honour, a.tier, count(*) as n from eval_selection s join mart_application a on a.application_id = s.application_id
      where s.stage = 'approval' and s.outcome = 'in' group by all`);
    expect(chosen.length).toBe(12);
    for (const { honour, tier, n } of chosen) {
      expect(Math.abs(Number(n) - (places[String(honour)]?.[tiers.indexOf(String(tier))] ?? 0)), `${honour} ${tier}`).toBeLessThanOrEqual(
        1,
      );
    }
  });

  test("a unit whose project is recommended is not taken as a collective", async () => {
    const barred = await rows(`
      select distinct c.unit from eval_selection s join mart_application c on c.application_id = s.application_id
      where s.honour = 'service-collective' and s.bar = 'holds-other' order by 1`);
    const recommended = await rows(`
      select distinct c.unit from mart_application c
      join mart_application p on p.honour = 'reform-unit' and p.unit = c.unit
      where c.honour = 'service-collective' order by 1`);
    expect(barred).toEqual(recommended);
    expect(barred.length).toBe(4);
  });

  test("the command line says how each honour came out, under the programme's name", () => {
    expect(said()).toContain("双争双创（苏州 2019 版）");
    expect(said()).toMatch(/2019\s+为民服务工作先进集体\s+26\s+0\s+0\s+1\s+1\s+1\s+无\s+审定 20/u);
    expect(said()).not.toContain("浙江");
  });
});

describe("Suzhou 2019 under a policy that was chosen", () => {
  const { rows } = programme("suzhou-2019", "--policy", "suzhou-2019.over-limit=first-submitted,suzhou-2019.about-places=exact");

  test("the choice is in force, recorded, and moves what it decides", async () => {
    expect(await rows("select distinct value, is_default from eval_policy where policy = 'about-places'")).toEqual([
      { value: "exact", is_default: false },
    ]);
    expect(await rows("select status from eval_stage where honour = 'service-collective' and stage = 'approval'")).toEqual([
      { status: "impossible" },
    ]);
  });
});

describe("Hunan 2011", () => {
  const { rows } = programme("hunan-2011");

  test("a total is the mean of four inputs, one of them the mean of five checklists by their latest look, as SQL has it", async () => {
    const differing = await rows(`
      with look as (
          select subject_id, point, kept from mart_checklist
          qualify row_number() over (partition by subject_id, point order by checked_on desc) = 1
        ),
        list as (
          select subject_id, case
              when point like 'shown-%' then 1 when point like 'model-%' then 2 when point like 'by-%' then 3
              when point in ('skill', 'conduct', 'results') then 4 else 5 end as list,
            avg(case when kept then 1.0 else 0.0 end) as share, count(*) as n
          from look group by all
        ),
        assessment as (select subject_id, 100 * avg(share) as score, sum(n) as points from list group by subject_id),
        input as (
          select subject_id, sum(score) as score from mart_appraisal where source in ('recommendation', 'leaders', 'public') group by subject_id
        )
      select r.subject_id, (i.score + a.score) / 4 as expected, r.total_num / (100.0 * r.total_den) as actual
      from eval_result r join input i using (subject_id) join assessment a using (subject_id)
      where case when a.points < 17 then r.state <> 'unscored' or r.total_num is not null
        else r.total_num is null or abs((i.score + a.score) / 4 - r.total_num / (100.0 * r.total_den)) > 1e-9 end`);
    expect(differing).toEqual([]);
    expect(await rows("select state, count(*) as n from eval_result group by state order by state")).toEqual([
      { state: "ranked", n: 13 },
      { state: "unscored", n: 1 },
    ]);
  });

  test("an order to rectify ends in time, in public criticism, or stays open when nobody said by when", async () => {
    expect(await rows("select subject_id, state, since, holds from eval_title order by subject_id")).toEqual([
      { subject_id: "HN05", state: "normal", since: "2011-11-25", holds: true },
      { subject_id: "HN09", state: "criticised", since: "2011-12-01", holds: false },
      { subject_id: "HN12", state: "rectifying", since: "2011-12-05", holds: true },
    ]);
    expect(
      await rows(
        "select cause, to_state, source_clause from eval_title_step where subject_id = 'HN09' and transition is not null order by seq",
      ),
    ).toEqual([
      { cause: "event", to_state: "rectifying", source_clause: "督促检查" },
      { cause: "overdue", to_state: "criticised", source_clause: "督促检查" },
    ]);
  });
});

describe("Hunan 2011 with half for the public", () => {
  const { rows } = programme("hunan-2011", "--policy", "hunan-2011.input-weights=public-half");

  test("the ranks move", async () => {
    const ranks = (await rows("select subject_id, rank from eval_result where rank is not null order by rank")).map(
      ({ subject_id }) => subject_id,
    );
    const byPublic = await rows("select subject_id, score from mart_appraisal where source = 'public' order by score desc");
    expect(ranks.length).toBe(13);
    expect(ranks.slice(0, 3)).toContain(byPublic[0]?.subject_id);
  });
});

describe("Fenghua 2022", () => {
  const { rows } = programme("fenghua-2022");

  test("the sums are those published, and 99.98 % comes out with active reviews as the denominator, not with cases", async () => {
    expect(
      await rows(`
        select count(distinct window_id) as units, sum(cases) as cases, sum(bad) as bad,
          round(100 * (1 - sum(bad) / sum(active_reviews)), 2) as of_active, round(100 * (1 - sum(bad) / sum(cases)), 2) as of_cases
        from mart_window_month`),
    ).toEqual([{ units: 61, cases: 1_410_000, bad: 154, of_active: 99.98, of_cases: 99.99 }]);
    expect(
      await rows(`
        select count(*) as bad, count(appealed_at) as appealed, count(rectified_at) as rectified
        from mart_bad_review where appealed_at is null or rectified_at is null`),
    ).toEqual([{ bad: 154, appealed: 148, rectified: 6 }]);
  });

  test("every unit has a bulletin for each of three quarters, with the figures of the year up to its end", async () => {
    expect(
      await rows(
        "select period, ends_on, count(total_c) as units from eval_period where honour = 'unit-bulletin' group by all order by all",
      ),
    ).toEqual([
      { period: "2022Q1", ends_on: "2022-03-31", units: 61 },
      { period: "2022Q2", ends_on: "2022-06-30", units: 61 },
      { period: "2022Q3", ends_on: "2022-09-30", units: 61 },
    ]);
  });

  test("a unit's rates are its own sums, exactly, and its total the mean of three of them", async () => {
    expect(
      await rows(`
        with own as (
          select window_id as subject_id, sum(active_reviews) / sum(cases) as active, sum(good) / sum(active_reviews) as good
          from mart_window_month group by window_id
        )
        select r.subject_id from eval_result r join own o using (subject_id)
        where r.honour = 'unit-bulletin' and abs(r.total_num / (100.0 * r.total_den) - 100 * (o.active + o.good + 1) / 3) > 1e-6`),
    ).toEqual([]);
  });

  test("the staff have points for their stars", async () => {
    expect(await rows("select count(*) as n from eval_result where honour = 'staff-stars' and state = 'ranked'")).toEqual([{ n: 24 }]);
  });
});

describe("the template plan", () => {
  const { said, rows } = programme("template-plan");

  test("every window has a verdict for each of eight quarters, but for those of which too little was handed in", async () => {
    expect(
      await rows("select count(*) as n, count(passed) as known, count(*) filter (where not passed) as failed from eval_period"),
    ).toEqual([{ n: 96, known: 92, failed: 5 }]);
    expect(await rows("select subject_id, period from eval_period where passed is null order by 1, 2")).toEqual([
      { subject_id: "TW03", period: "2022Q4" },
      { subject_id: "TW05", period: "2023Q2" },
      { subject_id: "TW07", period: "2023Q1" },
      { subject_id: "TW07", period: "2023Q2" },
    ]);
  });

  test("four quarters passed in a row make a star, two failed in a row revoke, two apart do not, a missing one ends a run", async () => {
    const states = await rows(
      "select subject_id, state, since, missing from eval_title where year = 2023 and subject_id <= 'TW08' order by 1",
    );
    expect(states.map((row) => Object.values(row))).toEqual([
      ["TW01", "star", "2023-03-31", null],
      ["TW02", "revoked", "2023-06-30", null],
      ["TW03", "star", "2023-12-31", "2022Q4"],
      ["TW04", "star", "2023-09-30", null],
      ["TW05", "star", "2023-03-31", "2023Q2"],
      ["TW06", "star", "2023-03-31", null],
      ["TW07", "held", "2022-07-10", "2023Q1, 2023Q2"],
      ["TW08", "held", "2022-07-10", null],
    ]);
  });

  test("what the missing quarters could still change is said", async () => {
    expect(await rows("select possible from eval_title where year = 2023 and subject_id = 'TW07'")).toEqual([
      { possible: "held, star, revoked" },
    ]);
  });

  test("a dozen windows cannot fill a hundred and twenty places, and the smallest relaxation is named", () => {
    expect(said()).toContain("由至少 20 个改为至少 4 个");
  });
});

describe("several programmes in one store", () => {
  const shared = { workspace: workspaceAt("."), said: "" };
  const alone = new Map<ProgrammeId, readonly SqlRow[]>();
  const results = (workspace: Workspace, scheme: string) =>
    query(
      workspace,
      `select * exclude (previous_rank, previous_total_c) from eval_result where scheme_id = '${scheme}' order by year, honour, application_id`,
    );
  beforeAll(async () => {
    const folder = mkdtempSync(join(root, "shared"));
    for (const id of programmes) {
      const from = join(repository, "data/sample", id);
      cpSync(from, join(folder, id), { recursive: true, filter: (path) => !path.endsWith("workspace.yaml") });
      const { workspace } = await evaluateAlone(id);
      alone.set(id, await results(workspace, id));
    }
    for (const part of ["1-名录", "3-差评明细", "5-申报"]) {
      cpSync(join(repository, "data/sample/2023", part), join(folder, "zhejiang", part), { recursive: true });
    }
    shared.workspace = workspaceAt(mkdtempSync(join(root, "store")));
    shared.said = await evaluateFolder(folder, shared.workspace, "--as-of", "2022-09-30");
  }, 300_000);

  test.each(["hunan-2011", "suzhou-2019", "fenghua-2022"] as const)("%s comes out as by itself", async (id) => {
    expect(await results(shared.workspace, id)).toEqual(alone.get(id));
  });

  test("each programme is judged over its own register: no window of another one is watched", async () => {
    expect(
      await query(
        shared.workspace,
        `select distinct r.scheme_id as run, w.scheme_id as register from eval_veto v
         join eval_run r on r.year = v.year and r.honour = v.honour
         join mart_window w on w.window_id = v.window_id and w.year = v.year order by all`,
      ),
    ).toEqual([
      { run: "template-plan", register: "template-plan" },
      { run: "zhejiang-2023", register: null },
    ]);
  });

  test("a scheme that nobody applied to is not run, and every scheme is told under its own name", () => {
    for (const name of ["建设红旗窗口", "双争双创", "为民服务创先争优", "好差评", "三型红旗窗口"]) expect(shared.said).toContain(name);
  });
});
