import { defineMessages } from "../../lib/i18n.ts";

export const messages = defineMessages("source-link", {
  zh: {
    source: "来源",
    linkTitle: "来源：{{what}}",
    rowPlace: "第 {{row}} 行",
    recordPlace: "第 {{row}} 条",
  },
  en: {
    source: "Source",
    linkTitle: "Source of {{what}}",
    rowPlace: "row {{row}}",
    recordPlace: "record {{row}}",
  },
});
