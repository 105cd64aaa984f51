import { Link } from "@tanstack/react-router";
import { useText } from "../lib/i18n.ts";
import { messages } from "./messages.ts";
import { Page } from "./page.tsx";

export function NotFoundPage() {
  const text = useText(messages);
  return (
    <Page title={text("notFound")} question={text("notFoundWhy")}>
      <p>
        <Link to="/">{text("toOverview")}</Link>
      </p>
    </Page>
  );
}
