// Opens pages in Chromium as people have them: in a theme, on a phone, a tablet and a desk, and on paper.
// What it finds it prints, a JSON object a line, and "audited N views" at the end.
//
//   node audit.mjs MODULES CHROMIUM light|dark PAGE…

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { firstFigure, firstTab, onPaper, open, rules, SIDE } from "./rules.mjs";
import { watch } from "./watch.mjs";

const [modules, program, theme, ...pages] = process.argv.slice(2);
const require = createRequire(path.join(modules, "here.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const WIDTHS = [360, 768, 1440];
// A4 less its margins, 170 mm: a phone prints on the same sheet as a desk.
const SHEET = { width: 643, height: 971 };
const HEIGHT = { 360: 740, 768: 1024, 1440: 900 };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const TOGETHER = 2;
// A machine that does much else is slow, and nothing is wrong with the page.
const PATIENCE = 120_000;

/// As root, and in some containers, Chromium has no sandbox to offer.
async function launch() {
  const settings = { executablePath: program, headless: true, timeout: PATIENCE, args: ["--disable-gpu"] };
  const root = process.getuid?.() === 0;
  try {
    return await chromium.launch({ ...settings, chromiumSandbox: !root });
  } catch (error) {
    if (root) throw error;
    return await chromium.launch({ ...settings, chromiumSandbox: false });
  }
}

async function accessibility(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any, all, none }) => ({
      rule: id,
      element: html.slice(0, 200),
      message: [help, ...[...any, ...all, ...none].map((check) => check.message)].join("; "),
    })),
  );
}

/// One page at one width.
async function view(browser, file, width) {
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width, height: HEIGHT[width] },
    reducedMotion: "reduce",
  });
  try {
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const url = pathToFileURL(file).href;
    const watched = await watch(page, url);
    await page.goto(url, { waitUntil: "load" });
    const faults = watched.stop();
    // Whatever is asked for only when it is scrolled to is among them too.
    await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
    await page.waitForTimeout(100);
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
    faults.push(...(await firstTab(page)));
    const closed = await page.evaluate(rules, { side: SIDE, when: "" });
    faults.push(...(await firstFigure(page)));
    await page.evaluate(open);
    const opened = await page.evaluate(rules, { side: SIDE, when: "with all opened" });
    const known = new Set(closed.map(({ rule, element }) => rule + element));
    faults.push(...closed, ...opened.filter(({ rule, element }) => !known.has(rule + element)));
    faults.push(...(await accessibility(page)));
    await page.setViewportSize(SHEET);
    await page.emulateMedia({ media: "print", colorScheme: theme });
    faults.push(...(await page.evaluate(onPaper)));
    return faults.map((fault) => ({ file, theme, width, ...fault }));
  } finally {
    await context.close();
  }
}

const views = pages.flatMap((file) => WIDTHS.map((width) => [file, width]));
const browser = await launch();
try {
  const waiting = [...views];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      for (const fault of await view(browser, ...next)) console.log(JSON.stringify(fault));
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
} finally {
  await browser.close();
}
console.log(`audited ${views.length} views`);
