// The packet of a take, answered by two mentors in a real browser: one at a desk, one on a phone.
//
//   node take.mjs PACKET.html OUT CHROMIUM MODULES
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
  page.setDefaultTimeout(60000);
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

const place = (page, title) => page.getByRole("group", { name: title });
const choice = (place, word) => place.locator(".take-choice", { hasText: word });

// Whatever is chosen, what stands below stays where it is.
async function stays(place) {
  const heights = new Set();
  for (const word of ["Below", "Meets", "Raises", "Leave open"]) {
    await choice(place, word).click();
    heights.add((await place.boundingBox()).height);
  }
  check(heights.size === 1, `a choice moves nothing: ${[...heights]}`);
}

// At a desk: two criteria by keyboard and mouse, and a note beside a story.
async function rao() {
  const page = await open({ viewport: { width: 1280, height: 900 } });
  check(await page.getByText("I would appreciate your take").isVisible(), "the question is there");
  const problem = place(page, "A specific, defined customer problem");
  await problem.getByRole("radio", { name: "Leave open" }).focus();
  await page.keyboard.press("ArrowLeft");
  check(await problem.getByRole("radio", { name: "Raises" }).isChecked(), "the arrows choose");
  await page.keyboard.press("ArrowLeft");
  await problem.getByRole("textbox").fill("Specific.\n\nBut who else has it?");
  const impact = place(page, "The right things, with measurable impact");
  await stays(impact);
  await choice(impact, "Below").click();
  const story = place(page, "I shut down the returns desk");
  await story.getByRole("textbox").fill("Tell this one first. <b>{x}` # y: z");
  // A judgement can be taken back.
  const other = place(page, "The scale that beeped");
  await choice(other, "Meets").click();
  await choice(other, "Leave open").click();
  seen.count = await page.locator("#packet-count").textContent();
  check((await page.locator("#packet-list li").count()) === 3, "three things are listed");
  await page.locator("#packet-save").click();
  check(await page.locator("#packet-name-error").isVisible(), "a name is asked for");
  await page.locator("#packet-name").fill("P. Rao");
  await save(page, () => page.locator("#packet-save").click());
  check((await page.locator("#packet-count").textContent()).endsWith("saved"), "it says that it is saved");
  await page.context().close();
}

// On a phone; the page is left and opened again, and the reply is loaded from its file.
async function banda() {
  const page = await open({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  check(!(await wide()), "nothing is wider than the phone");
  await page.locator("#packet-save").tap();
  check(await page.locator("#packet-name-error").isVisible(), "a name is asked for first");
  await page.locator("#packet-name").fill("S. Banda");
  await page.locator("#packet-save").tap();
  check(await page.locator("#packet-empty-error").isVisible(), "nothing is said yet");
  const problem = place(page, "A specific, defined customer problem");
  const box = await choice(problem, "Meets").boundingBox();
  check(box.height >= 44, `a finger finds the choice: ${box.height}`);
  await stays(problem);
  await choice(problem, "Meets").tap();
  const whole = place(page, "On the whole");
  await choice(whole, "Meets").tap();
  await whole.getByRole("textbox").fill("Apply.");
  const path = await save(page, () => page.locator("#packet-save").tap());
  await page.reload();
  seen.remembered = await page.locator("#packet-list li").count();
  await page.evaluate(() => {
    try {
      localStorage.clear();
    } catch {
      // None here.
    }
  });
  await page.reload();
  check((await page.locator("#packet-list li").count()) === 0, "it is forgotten");
  await page.locator("#packet-load").setInputFiles(path);
  await page.locator("#packet-list li").first().waitFor();
  check((await page.locator("#packet-name").inputValue()) === "S. Banda", "the name is loaded");
  check(await place(page, "On the whole").getByRole("radio", { name: "Meets" }).isChecked(), "the judgement is loaded");
  await page.locator("#packet-copy").tap();
  check((await page.locator("#packet-text").inputValue()).includes("whyproof/take-reply/1"), "it can be copied");
  await page.context().close();
}

// Without its script the page is read, and says how to answer.
async function silent() {
  const page = await open({ javaScriptEnabled: false });
  check(await page.locator("#packet-by-hand").isVisible(), "it says how to answer in words");
  check(!(await page.locator("#packet-reply").isVisible()), "nothing is there that does nothing");
  check((await page.locator("fieldset:visible").count()) === 0, "no place is there that does nothing");
  check(await page.locator("#take-story-1").isVisible(), "the stories are there");
  await page.context().close();
}

try {
  await rao();
  await banda();
  await silent();
  process.stdout.write(`${JSON.stringify(seen)}\n`);
} catch (error) {
  console.error(error.message, seen.faults.join("\n"));
  process.exitCode = 1;
} finally {
  await browser.close();
}
