import { expect, test } from "vitest";
import { cleanName, openedAddress, parseViews, renamed, savedAddress, sharedLink, withoutView, withView } from "./saved-views.ts";

const view = (name: string, address = `/ranking?q=${name}`) => ({ name, address });

test("what is stored comes back, and what is no view is left out rather than shown", () => {
  expect(parseViews(JSON.stringify([view("甲"), view("乙", "/trends")]))).toEqual([view("甲"), view("乙", "/trends")]);
  expect(parseViews(null)).toEqual([]);
  expect(parseViews("{half")).toEqual([]);
  expect(parseViews('{"name":"甲"}')).toEqual([]);
  expect(parseViews(JSON.stringify([view("甲"), 7, { name: "", address: "/" }, view("甲", "/data")]))).toEqual([view("甲")]);
});

test.each(["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "javascript:alert(1)", "ranking"])(
  "an address that leads away from here is no view: %s",
  (address) => {
    expect(parseViews(JSON.stringify([view("甲", address)]))).toEqual([]);
  },
);

test("a name is kept without spaces around it, and a new view of the same name takes the place of the old one", () => {
  expect(cleanName("  杭州　的  \n 排名 ")).toBe("杭州 的 排名");
  expect(cleanName(" ")).toBe("");
  expect(cleanName("长".repeat(80))).toHaveLength(60);
  expect(withView([view("甲"), view("乙")], view("甲", "/data"))).toEqual([view("甲", "/data"), view("乙")]);
  expect(withView([view("甲")], view("乙"))).toEqual([view("甲"), view("乙")]);
});

test("a view is renamed where it stands, never to a name that is taken or to none", () => {
  expect(renamed([view("甲"), view("乙")], "甲", "丙")).toEqual([{ ...view("甲"), name: "丙" }, view("乙")]);
  expect(renamed([view("甲"), view("乙")], "甲", "乙")).toEqual([view("甲"), view("乙")]);
  expect(renamed([view("甲")], "甲", "  ")).toEqual([view("甲")]);
  expect(withoutView([view("甲"), view("乙")], "甲")).toEqual([view("乙")]);
});

test("what is saved says what is seen; in which language and brightness it is read is the reader's", () => {
  const place = { pathname: "/ranking", search: "?city=330100,330200&lang=en&theme=dark&view=A", hash: "#table" };
  expect(savedAddress(place)).toBe("/ranking?city=330100,330200#table");
  expect(openedAddress("/ranking?city=330100,330200#table", "?theme=dark")).toBe("/ranking?city=330100,330200&theme=dark#table");
  expect(openedAddress("/ranking?lang=en", "")).toBe("/ranking");
});

test("a link carries the name and the language, and reads back as the same view", () => {
  const link = sharedLink(
    { name: "杭州 & 宁波？", address: "/ranking?city=330100,330200#table" },
    "http://10.0.0.8:4300",
    "?lang=en&theme=dark",
  );
  const read = new URL(link);
  expect(read.origin).toBe("http://10.0.0.8:4300");
  expect(read.searchParams.get("view")).toBe("杭州 & 宁波？");
  expect(read.searchParams.get("theme")).toBeNull();
  expect(savedAddress(read)).toBe("/ranking?city=330100,330200#table");
});
