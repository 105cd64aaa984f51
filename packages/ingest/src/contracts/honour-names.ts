/** The honours of the loaded programmes, as files name them. */
export const honourNames: Readonly<Record<string, string>> = {
  红旗窗口: "red-flag-window",
  服务先锋: "service-pioneer",
};
