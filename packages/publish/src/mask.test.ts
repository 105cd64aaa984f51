import { describe, expect, test } from "vitest";
import { maskFor } from "./mask.ts";

const names = ["职员甲0421", "职员甲04210", "某某", "甲"].map((value) => ({ value, shown: "〔姓名〕" }));
const graders = [
  { value: "G1", shown: "评委2", whole: true },
  { value: "评委2", shown: "评委1", whole: true },
];
const mask = maskFor([...graders, ...names, { value: "000-00000000", shown: "〔电话〕" }, { value: "某某", shown: "another" }]);

describe("free text loses what tells who somebody is", () => {
  test.each([
    ["a mobile number", "请联系13900000000处理", "请联系〔电话〕处理"],
    ["a mobile number in groups", "电话 139-0000-0000。", "电话 〔电话〕。"],
    ["a mobile number with the country's prefix", "+86 139 0000 0000", "〔电话〕"],
    ["a mobile number in full-width digits", "１３９００００００００", "〔电话〕"],
    ["a landline", "拨打0571-00000000投诉", "拨打〔电话〕投诉"],
    ["an identity number ending in X", "身份证11010119000101000X已核", "身份证〔证件号〕已核"],
    ["an identity number in groups", "110101 19000101 0000", "〔证件号〕"],
    ["an identity number of 15 digits", "（110101900101000）", "（〔证件号〕）"],
    ["a known name", "由职员甲0421受理", "由〔姓名〕受理"],
    ["the longest of two known names", "由职员甲04210受理", "由〔姓名〕受理"],
    ["a known name set with spaces", "经办人：某 某　签字", "经办人：〔姓名〕　签字"],
    ["a known phone that looks like none", "窗口电话000-00000000", "窗口电话〔电话〕"],
    ["every occurrence", "某某与某某", "〔姓名〕与〔姓名〕"],
    ["a grader's code, once and not again by its new name", "评分-G1.xlsx、评委2", "评分-评委2.xlsx、评委1"],
  ])("%s", (_, text, expected) => {
    expect(mask(text)).toBe(expected);
  });
});

describe("other text stays as it is, to the character", () => {
  test.each([
    "现场检查发现未公示流程图，扣５分",
    "工单2023092800001234567890号", // longer than any number of a person
    "办件量 1410000，差评 154 条",
    "2023-09-28 至 2023-10-25",
    "甲类窗口",
    "G104国道、AG1、评委23", // a code is no part of a longer one
    "",
  ])("%s", (text) => {
    expect(mask(text)).toBe(text);
  });
});

test("a mask without known values still finds numbers", () => {
  expect(maskFor([])("某某 13900000000")).toBe("某某 〔电话〕");
});
