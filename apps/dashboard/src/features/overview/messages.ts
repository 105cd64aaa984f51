import { defineMessages } from "../../lib/i18n.ts";

export const messages = defineMessages("overview", {
  zh: { title: "总览", question: "现在到了哪一步？" },
  en: { title: "Overview", question: "Where do we stand?" },
});
