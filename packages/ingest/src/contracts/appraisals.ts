import type { Contract } from "./contract.ts";
import { schemeField } from "./scheme-field.ts";

/** 测评: what somebody makes of a subject as a whole in one period, as a score or as a place among the others. */
export const appraisals: Contract = {
  kind: "appraisals",
  title: "测评",
  key: ["subject_id", "source", "period"],
  requires: ["subject_id", "source", "period", ["score", "rank"]],
  fields: [
    schemeField,
    {
      name: "subject_id",
      header: "对象编号",
      aliases: ["窗口编号", "人员编号", "单位编号"],
      type: "id",
      personal: "id_number",
      required: true,
    },
    {
      name: "source",
      header: "测评来源",
      aliases: ["来源", "测评方式", "测评类别"],
      type: "code",
      required: true,
      values: {
        双月考核: "bimonthly",
        民主测评: "democratic",
        第三方: "third_party",
        第三方测评: "third_party",
        第三方评估: "third_party",
        领导点评: "leaders",
        群众评议: "public",
        公众评议: "public",
        系统数据: "system",
        推荐: "recommendation",
        考核: "assessment",
        考核得分: "assessment",
        服务态度: "attitude",
        业务水平: "ability",
        系统使用: "system_use",
      },
    },
    { name: "period", header: "期间", aliases: ["测评期间", "季度", "考核期"], type: "period", required: true },
    { name: "score", header: "得分", aliases: ["测评得分", "分数"], type: "decimal" },
    { name: "rank", header: "名次", aliases: ["排名"], type: "int" },
  ],
  checks: [{ code: "D251", severity: "rejected", field: "rank", violated: "rank = 0" }],
};
