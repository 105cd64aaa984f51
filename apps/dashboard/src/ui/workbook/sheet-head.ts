import type { PublishedFile } from "@mingchuang/warehouse/manifest";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { messages as shellMessages } from "../messages.ts";
import { messages } from "./messages.ts";

/** What stands above every table that leaves as a workbook: what it is, by which rules, from which page and which file. */
export interface SheetHead {
  readonly title: string;
  readonly scheme: string;
  readonly address: string;
  readonly file: string;
}

/** The head of a sheet about the year and honour in force, made at the moment of writing. */
export function useSheetHead(): (title: string, file: PublishedFile) => SheetHead {
  const text = useText(messages);
  const shell = useText(shellMessages);
  const language = useLanguage();
  const { meta } = useHoldings();
  const { year, scheme, run } = useScope();
  const { profile, generated_at: generated } = meta;
  const audience = profile === "public" || profile === "leader" || profile === "committee" ? shell(`profile-${profile}`) : profile;
  return (title, file) => ({
    title: meta.is_sample ? text("sheetSample", { title }) : title,
    scheme:
      text("sheetScheme", {
        scheme: scheme.title(language),
        id: scheme.schemeId,
        edition: run?.edition ?? scheme.edition,
        asOf: run?.as_of ?? meta.as_of,
        profile: audience,
      }) + (run?.restated ? text("sheetRestated", { year }) : ""),
    address: text("sheetAddress", { address: `${location.pathname}${location.search}` }),
    file: text("sheetFile", { file: file.file, hash: file.sha256, generated: generated.slice(0, 16).replace("T", " ") }),
  });
}
