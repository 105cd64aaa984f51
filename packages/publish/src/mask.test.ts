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
    ["a known name with a character of no width in it", "由某\u200b某受理", "由〔姓名〕受理"],
    ["a mobile number digit by digit", "1 3 9 0 0 0 0 0 0 0 0", "〔电话〕"],
    ["a mobile number in pairs", "13 90 00 00 00 0", "〔电话〕"],
    ["a mobile number with long dashes", "139—0000—0000", "〔电话〕"],
    ["a mobile number with dots", "139.0000.0000", "〔电话〕"],
    ["a mobile number with spaces of another width", "139\u00a00000\u30000000", "〔电话〕"],
    ["a mobile number with the prefix in brackets", "（+86）13900000000", "〔电话〕"],
    ["a mobile number with 0086", "0086-139-0000-0000", "〔电话〕"],
    ["a mobile number in Chinese numerals", "电话幺三九零零零零零零零零", "电话〔电话〕"],
    ["a mobile number in circled digits", "①③⑨⓪⓪⓪⓪⓪⓪⓪⓪", "〔电话〕"],
    ["two mobile numbers in a row", "13900000000 13900000001", "〔电话〕 〔电话〕"],
    ["two mobile numbers with a stroke", "13900000000/13900000001", "〔电话〕/〔电话〕"],
    ["a mobile number after a date", "2023-09-28 13900000000", "2023-09-28 〔电话〕"],
    ["a landline in brackets, with an extension", "（0571）8888 0000转801", "〔电话〕"],
    ["a landline from abroad", "+86 571 8888 0000", "〔电话〕"],
    ["a local number after the word for it", "电话：88880000，请回电", "电话：〔电话〕，请回电"],
    ["the local part of a known landline", "打00000000", "打〔电话〕"],
    ["an identity number in full-width digits", "１１０１０１１９０００１０１０００Ｘ", "〔证件号〕"],
    ["an identity number with spaces and a mobile number after it", "110101 1900 0101 0000 13900000000", "〔证件号〕 〔电话〕"],
    ["a bank card in groups of four", "卡号6222 0000 0000 0004 05", "卡号〔卡号〕"],
    ["a long number that is none of these", "编号202309280000123456", "编号〔号码〕"],
    ["an e-mail address", "发到 zhiyuan.jia@example.com。", "发到 〔邮箱〕。"],
    ["an e-mail address in full width", "ａ１＠ｅｘａｍｐｌｅ．ｃｏｍ", "〔邮箱〕"],
    ["a number plate", "车牌浙A·00001挡道", "车牌〔车牌〕挡道"],
    ["a passport", "护照号E00000000", "护照号〔证件号〕"],
    ["an account", "加微信号zhiyuan_0421联系", "加微信号〔账号〕联系"],
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
    "1 3 5 12 15 20 30 9",
    "3.14159265358979",
    "第13条、第14条，2023年1月至2023年12月",
    "12345热线、12319热线，95598",
    "浙G104国道旁",
    "浙建〔2023〕100000号",
    "一二三四五六",
    "",
  ])("%s", (text) => {
    expect(mask(text)).toBe(text);
  });
});

test("a mask without known values still finds numbers", () => {
  expect(maskFor([])("某某 13900000000")).toBe("某某 〔电话〕");
});

describe("in names of offices and in codes only what can be nothing else is personal", () => {
  const strict = maskFor([{ value: "职员甲0421", shown: "〔姓名〕" }], { strict: true });
  test.each([
    ["a mobile number", "TS-13900000000-01", "TS-〔电话〕-01"],
    ["an identity number with its check digit", "330102199003070019", "〔证件号〕"],
    ["a landline with its dash", "示例窗口（0571-88880000）", "示例窗口（〔电话〕）"],
    ["a known name", "职员甲0421工作室", "〔姓名〕工作室"],
  ])("%s", (_, text, expected) => {
    expect(strict(text)).toBe(expected);
  });
  test.each(["202309280000123456", "R2023092800012", "000000012345", "330102199003070012", "SB2023-C001", "W0001"])("%s", (code) => {
    expect(strict(code)).toBe(code);
  });
});
