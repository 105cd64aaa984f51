import { ConfigProvider, Table } from "antd";
import zhCN from "antd/locale/zh_CN";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

// The least that a page with a table of Ant Design can be: no data, no router, no engine.
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce;
const table = createElement(Table, {
  columns: [{ title: "名次" }, { title: "名称" }, { title: "总分" }],
  dataSource: [],
  pagination: false,
});
createRoot(document.querySelector("#root") as HTMLElement).render(
  createElement(ConfigProvider, { locale: zhCN, ...(nonce ? { csp: { nonce } } : {}) }, table),
);
