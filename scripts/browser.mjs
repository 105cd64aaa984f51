import { existsSync } from "node:fs";
import { run } from "./run.mjs";

const candidates = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The Chromium that the browser tests use: `CHROMIUM_PATH` when it is set, otherwise one of the usual places. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return candidates.find((path) => existsSync(path));
}

/** Linux without a Chinese font draws boxes, and a test that looks at text widths would measure boxes. Other systems bring one. */
async function hasChineseFont() {
  if (process.platform !== "linux") return true;
  const { code, output } = await run("fc-list", [":lang=zh-cn", "family"], { quiet: true }).catch(() => ({ code: 1, output: "" }));
  return code === 0 ? output.trim() !== "" : existsSync("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
}

/**
 * Makes Chromium and a Chinese font available: installs them through apt where they are missing and that is possible, and otherwise says
 * what to install. Returns the path of Chromium, or undefined when there is none.
 */
export async function ensureBrowser() {
  const wanted = [];
  if (!findChromium() && !process.env.CHROMIUM_PATH) wanted.push("chromium");
  if (!(await hasChineseFont())) wanted.push("fonts-noto-cjk");
  if (wanted.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log(`正在安装 ${wanted.join("、")}（apt）… / Installing ${wanted.join(", ")} through apt…`);
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { quiet: true, env });
    const { code, output } = await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...wanted], { quiet: true, env });
    if (code !== 0) console.error(output);
  }
  const chromium = findChromium();
  if (!chromium) {
    console.error("浏览器测试需要 Chromium：请安装它（Debian：apt install chromium fonts-noto-cjk），或用 CHROMIUM_PATH 指明位置。");
    console.error("The browser tests need Chromium: install it (Debian: apt install chromium fonts-noto-cjk) or set CHROMIUM_PATH.");
  }
  if (!(await hasChineseFont()))
    console.warn("缺少中文字体（fonts-noto-cjk）：截图会显示方框。/ No Chinese font: screenshots will show boxes.");
  return chromium;
}
