import { useText } from "../../lib/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { messages } from "./messages.ts";

export function TrendsPage() {
  const text = useText(messages);
  return (
    <Page title={text("title")} question={text("question")}>
      {null}
    </Page>
  );
}
