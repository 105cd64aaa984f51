/** The numbered errors of the dashboard: what a person who opened a page can be told, and what they can do. */
export const dashboardErrors = {
  B101: {
    zh: "找不到数据清单 /data/manifest.json：服务器上还没有发布过数据，或页面不是由本系统的服务打开的。",
    en: "The data list /data/manifest.json is missing: nothing has been published on this server yet, or another server serves this page.",
    cureZh: "运行 npm start，或依次运行 mingchuang ingest、evaluate、publish 后用 mingchuang serve 打开。",
    cureEn: "Run npm start, or mingchuang ingest, evaluate and publish, then open the page through mingchuang serve.",
  },
  B102: {
    zh: "数据清单的内容无法辨认：文件被改动过，或由别的程序写成。",
    en: "The data list cannot be understood: it was changed, or another program wrote it.",
    cureZh: "重新运行 mingchuang publish，不要手工修改 manifest.json。",
    cureEn: "Run mingchuang publish again; do not edit manifest.json by hand.",
  },
  B103: {
    zh: "数据文件的结构版本与本页面不一致，继续显示会出错。",
    en: "The data file has another structure version than this page reads; showing it would be wrong.",
    cureZh: "用同一版本的程序重新运行 evaluate 和 publish，再刷新页面。",
    cureEn: "Run evaluate and publish again with the same version of the software, then reload the page.",
  },
  B104: {
    zh: "清单里列出的数据文件在服务器上不存在。",
    en: "A data file named in the list is not on the server.",
    cureZh: "刷新页面（可能刚刚重新发布过）；仍不行时重新运行 mingchuang publish。",
    cureEn: "Reload the page (it may just have been published again); if that does not help, run mingchuang publish again.",
  },
  B105: {
    zh: "下载到的数据文件大小与清单不符，可能中途断开或被中间设备改动。",
    en: "The data file that arrived has another size than the list says: the connection broke off, or something on the way changed it.",
    cureZh: "检查网络后点“再试一次”。",
    cureEn: "Check the network and press “Try again”.",
  },
  B106: {
    zh: "此浏览器不支持 WebAssembly，无法在本机查询数据。",
    en: "This browser has no WebAssembly, so it cannot query the data.",
    cureZh: "请改用 2021 年以后的 Edge、Chrome、Firefox、Safari，或 360、QQ 浏览器的“极速模式”。",
    cureEn: "Use Edge, Chrome, Firefox or Safari of 2021 or later (in 360 or QQ browser: the fast mode).",
  },
  B107: {
    zh: "连不上提供本页面的服务器。",
    en: "The server that gave you this page cannot be reached.",
    cureZh: "确认 mingchuang serve 仍在运行、网络通畅，再点“再试一次”。",
    cureEn: "Make sure that mingchuang serve is still running and the network works, then press “Try again”.",
  },
  B108: {
    zh: "清单里没有可供本页面打开的数据文件。",
    en: "The list names no data file that this page could open.",
    cureZh: "运行 mingchuang publish，并在 mingchuang serve 的 --profile 中选用已发布的范围。",
    cureEn: "Run mingchuang publish, and give mingchuang serve a --profile that was published.",
  },
  B109: {
    zh: "页面出现了未预料的错误。",
    en: "The page met an error it did not expect.",
    cureZh: "刷新页面；若重复出现，请把下面的细节报告给维护者。",
    cureEn: "Reload the page; if it happens again, report the details below.",
  },
} as const satisfies Record<string, { zh: string; en: string; cureZh: string; cureEn: string }>;

export type DashboardErrorCode = keyof typeof dashboardErrors;

/** A failure a visitor can be told about. `detail` is a fact (an address, two sizes), never a stack. */
export class DashboardError extends Error {
  override readonly name = "DashboardError";
  readonly code: DashboardErrorCode;
  readonly detail: string;

  constructor(code: DashboardErrorCode, detail: string, cause?: unknown) {
    super(`${code}  ${dashboardErrors[code].zh} / ${dashboardErrors[code].en}\n  ${detail}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }
}
