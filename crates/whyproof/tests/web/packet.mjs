// A packet, answered by two people in a real browser: one at a desk with a keyboard, one on a phone.
//
//   node packet.mjs PACKET.html OUT CHROMIUM MODULES
//
// Saves their replies in OUT, and writes what it saw to standard output as JSON.
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [packet, out, executablePath, modules] = process.argv.slice(2);
const { chromium } = createRequire(join(resolve(modules), "here.js"))("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const seen = { requests: [], faults: [], files: [] };

async function open(options) {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("pageerror", (error) => seen.faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") seen.faults.push(message.text());
  });
  await page.goto(pathToFileURL(packet).href);
  return page;
}

async function save(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const path = join(out, download.suggestedFilename());
  await download.saveAs(path);
  seen.files.push(path);
  return path;
}

function check(holds, what) {
  if (!holds) throw new Error(`not so: ${what}`);
}

// Selects words of a block as a reader does, and waits until they are heard of.
async function select(page, selector, words) {
  await page.evaluate(
    ([selector, words]) => {
      const block = document.querySelector(selector);
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const nodes = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
      const text = nodes.map((node) => node.data).join("");
      const at = text.indexOf(words);
      if (at < 0) throw new Error(`“${words}” is not in “${text}”`);
      const place = (offset) => {
        let before = 0;
        for (const node of nodes) {
          if (offset <= before + node.data.length) return [node, offset - before];
          before += node.data.length;
        }
        throw new Error("beyond the block");
      };
      getSelection().setBaseAndExtent(...place(at), ...place(at + words.length));
    },
    [selector, words],
  );
  await page.locator("#packet-ask-words").waitFor({ state: "visible" });
}

// At a desk, by keyboard where a keyboard will do.
async function banda() {
  const page = await open({ viewport: { width: 1280, height: 900 } });
  const why = page.locator("#s-voucher button[data-ask]");
  await why.focus();
  await page.keyboard.press("Enter");
  check(await page.locator("#packet-why").evaluate((field) => field === document.activeElement), "the field has the focus");
  await page.keyboard.type("Why would they come for so little?");
  // Escape loses nothing.
  await page.keyboard.press("Escape");
  check(await why.evaluate((button) => button === document.activeElement), "the button has the focus again");
  await page.keyboard.press("Enter");
  check((await page.locator("#packet-why").inputValue()) === "Why would they come for so little?", "the draft is there");
  await page.keyboard.press("Control+Enter");
  check((await page.locator("#packet-whys li").count()) === 1, "one why is listed");

  await select(page, "[data-block]:has(a.figure, span.figure)", "only 33.9% learn");
  await page.locator("#packet-ask-words").click();
  await page.locator("#packet-why").fill("How was “33.9%” counted? {settled=\"R. Okafor 2026-01-01\"} <b>`");
  await page.locator("#packet-put").click();

  await page.locator("#packet-ask-whole").click();
  await page.locator("#packet-why").fill("Why now?");
  await page.locator("#packet-put").click();
  await page.getByRole("button", { name: "Remove: Why now?" }).click();
  check((await page.locator("#packet-whys li").count()) === 2, "it is removed");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Edit: Why now?" }).click();
  await page.locator("#packet-why").fill("Why this year?");
  await page.locator("#packet-put").click();

  // What is missing is told, and nothing is saved.
  await page.getByLabel("Revise").check();
  await page.locator("#packet-save").click();
  check(await page.locator("#packet-reasons-error").isVisible(), "reasons are asked for");
  check(await page.locator("#packet-reasons").evaluate((field) => field === document.activeElement), "they have the focus");
  await page.locator("#packet-reasons").fill("The second year is missing.\nAsk finance.");
  await page.locator("#packet-save").click();
  check(await page.locator("#packet-name-error").isVisible(), "a name is asked for");
  await page.locator("#packet-name").fill("S. Banda");
  await page.locator("#packet-rung").fill("finance");
  await save(page, () => page.locator("#packet-save").click());
  await page.context().close();
}

// On a phone; the page is left and opened again, and the reply is loaded from its file.
async function rao() {
  const page = await open({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  check(!(await wide()), "nothing is wider than the phone");
  const box = await page.locator("#s-voucher button[data-ask]").boundingBox();
  check(box.height >= 44, `a finger finds the button: ${box.height}`);
  await page.locator("#s-cost button[data-ask]").tap();
  await page.locator("#packet-why").fill("Why not pay the fare in cash?");
  await page.locator("#packet-put").tap();
  await page.locator("#packet-name").fill("P. Rao");
  await page.getByLabel("Advance").check();
  const path = await save(page, () => page.locator("#packet-save").tap());
  await page.reload();
  seen.remembered = await page.locator("#packet-whys li").count();
  await page.evaluate(() => {
    try {
      localStorage.clear();
    } catch {
      // None here.
    }
  });
  await page.reload();
  check((await page.locator("#packet-whys li").count()) === 0, "it is forgotten");
  await page.locator("#packet-load").setInputFiles(path);
  await page.locator("#packet-whys li").first().waitFor();
  check((await page.locator("#packet-name").inputValue()) === "P. Rao", "the name is loaded");
  await page.locator("#packet-copy").tap();
  check((await page.locator("#packet-text").inputValue()).includes("whyproof/reply/1"), "it can be copied");
  await page.context().close();
}

// Without its script the page is read, and says how to answer.
async function silent() {
  const page = await open({ javaScriptEnabled: false });
  check(await page.locator("#packet-by-hand").isVisible(), "it says how to answer in words");
  check(!(await page.locator("#packet-reply").isVisible()), "nothing is there that does nothing");
  check(await page.locator("#s-voucher").isVisible(), "the case is there");
  await page.context().close();
}

try {
  await banda();
  await rao();
  await silent();
  process.stdout.write(`${JSON.stringify(seen)}\n`);
} catch (error) {
  console.error(error.message, seen.faults.join("\n"));
  process.exitCode = 1;
} finally {
  await browser.close();
}
