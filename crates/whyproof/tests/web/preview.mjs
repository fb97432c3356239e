// A case in a browser while its author writes: saved, it is shown anew, and the reader stays where they were.
//
//   node preview.mjs URL CASE.md CHROMIUM NPM
//
// Prints "kept its place" at the end.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [url, file, executablePath, npm] = process.argv.slice(2);
const { chromium } = createRequire(join(resolve(npm), "node_modules", "/"))("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const check = (holds, what) => {
  if (!holds) throw new Error(`not so: ${what}`);
};

try {
  const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
  page.setDefaultTimeout(60_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(url);
  const line = page.getByText("Line 40 of the plan", { exact: true });
  await page.locator("summary", { hasText: "Query" }).click();
  await line.evaluate((element) => window.scrollTo({ top: element.offsetTop - 40, behavior: "instant" }));
  const top = () => line.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  check(before < 600 && (await page.evaluate(() => scrollY)) > 300, "the page is read from its middle");

  // Something long is written above what is read.
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("## Plan", `${"A new sentence. ".repeat(80)}\n\n## Plan`));
  await page.getByText("A new sentence.").first().waitFor({ state: "attached" });
  await page.waitForFunction(() => document.readyState === "complete");
  const after = await top();
  check(Math.abs(after - before) < 4, `the line stays: ${before} before, ${after} after`);
  check(await page.locator("details").first().evaluate((fold) => fold.open), "what was unfolded stays so");
  check(faults.length === 0, faults.join("; "));
} finally {
  await browser.close();
}
console.log("kept its place");
