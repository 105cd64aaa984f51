import { expect, test } from "vitest";
import { tip } from "./tip.ts";

test("a name from the data cannot bring its own markup", () => {
  const html = tip('<img src=x onerror="alert(1)">', [["甲 & 乙", "<b>1</b>"]]);
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  expect(html).toContain("<span>甲 &amp; 乙</span><span>&lt;b&gt;1&lt;/b&gt;</span>");
});
