import { defineMessages } from "../../lib/i18n.ts";

export const messages = defineMessages("source-link", {
  zh: {
    source: "来源",
    linkTitle: "来源：{{what}}",
  },
  en: {
    source: "Source",
    linkTitle: "Source of {{what}}",
  },
});
