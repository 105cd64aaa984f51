import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { messages } from "./messages.ts";

/** Which figure is asked about; what `id` and `at` are depends on `of`. */
export interface Asked {
  readonly of: SourceOf;
  /** Of a month or year the window, of a sum the group, of a record its number, else the application. */
  readonly id: string;
  /** Of a month `2023-04`, of a year or sum the period, of a record its kind, of a line its number, else the item. */
  readonly at: string;
  /** The count that the question is about. */
  readonly field?: CountField;
  /** Whose sum it is. */
  readonly by?: "province" | "city" | "domain";
}

export const sourceOf = ["month", "year", "sum", "total", "item", "line", "self", "record", "register"] as const;
export type SourceOf = (typeof sourceOf)[number];
export const countFields = ["all", "cases", "active", "good", "bad"] as const;
export type CountField = (typeof countFields)[number];

interface SourceLinkProps extends Asked {
  /** What the figure is, for those who do not see where it stands: `2023-04 差评`. */
  readonly label: string;
  /** The figure or its place; without it the link reads 来源. */
  readonly children?: ReactNode;
  /** What the link reads where it stands by itself and not at a figure: nothing is there without it. */
  readonly words?: string;
  /** In a grid the cursor decides what Tab reaches. */
  readonly tabIndex?: 0 | -1;
}

/** A figure that leads to the rows and cells it came from. Where a profile has no places of rows it is the figure alone. */
export function SourceLink({ label, children, words, of, id, at, field, by, tabIndex }: SourceLinkProps) {
  const text = useText(messages);
  const isKept = useReach("mart_column", "place") !== "withheld";
  if (!isKept) return <>{children ?? null}</>;
  return (
    <Link
      to="/source"
      search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme, of, id, at, field: field ?? "all", by: by ?? "province" })}
      className="sourced"
      {...(tabIndex === undefined ? {} : { tabIndex })}
      title={text("linkTitle", { what: label })}
      {...(children === undefined && words === undefined ? { "aria-label": text("linkTitle", { what: label }) } : {})}
    >
      {children ?? words ?? text("source")}
    </Link>
  );
}
