import { evaluationErrors } from "@mingchuang/evaluation/errors";
import { ingestErrors } from "@mingchuang/ingest/errors";
import { publishErrors } from "@mingchuang/publish/errors";
import { schemeWarnings } from "@mingchuang/rubric/authoring/warnings";
import { rubricErrors } from "@mingchuang/rubric/errors";
import { warehouseErrors } from "@mingchuang/warehouse/errors";
import { cliErrors } from "./errors.ts";

/** A numbered error in both languages: what happened and why, and what to do. */
export interface ErrorText {
  readonly zh: string;
  readonly en: string;
  readonly cureZh: string;
  readonly cureEn: string;
}

/** The packages and what the codes of each are about, in the order in which data passes through them. */
export const errorCatalogues = [
  { package: "ingest", zh: "导入：文件（F）与数据行（D）", en: "ingesting: files (F) and rows (D)", errors: ingestErrors },
  { package: "warehouse", zh: "数据仓库（W）", en: "the warehouse (W)", errors: warehouseErrors },
  { package: "rubric", zh: "评价标准与评分（R）", en: "rubrics and scores (R)", errors: rubricErrors },
  { package: "rubric", zh: "评价标准的提醒（R3）", en: "warnings about rubrics (R3)", errors: schemeWarnings },
  { package: "evaluation", zh: "评价（E）", en: "evaluation (E)", errors: evaluationErrors },
  { package: "publish", zh: "发布（P）", en: "publication (P)", errors: publishErrors },
  { package: "cli", zh: "命令行与网页服务（S）", en: "the command line and the server (S)", errors: cliErrors },
] satisfies readonly { package: string; zh: string; en: string; errors: Readonly<Record<string, ErrorText>> }[];

export function findErrorText(code: string): ErrorText | undefined {
  for (const { errors } of errorCatalogues) {
    const text = (errors as Readonly<Record<string, ErrorText>>)[code];
    if (text) return text;
  }
  return undefined;
}
