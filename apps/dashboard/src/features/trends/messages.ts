import { defineMessages } from "../../lib/i18n.ts";

export const messages = defineMessages("trends", {
  zh: { title: "趋势", question: "变好了还是变差了，从什么时候起？" },
  en: { title: "Trends", question: "Better or worse, and since when?" },
});
