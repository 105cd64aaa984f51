import { defineMessages } from "../../lib/i18n.ts";

export const messages = defineMessages("cities", {
  zh: { title: "城市", question: "哪个市，与哪个市相比？" },
  en: { title: "Cities", question: "Which city, against which?" },
});
