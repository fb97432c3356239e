// What must hold in a page. These functions run in the page itself, so each brings all that it needs.

/// Opens all that a reader can open.
export function open() {
  for (const details of document.querySelectorAll("details")) details.open = true;
}

/// The side notes of a page.
export const SIDE = ".side, aside";

/// Everything but the keyboard and paper. `side` selects the side notes, `when` says in which state the page is.
export function rules({ side, when }) {
  const faults = [];
  const name = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 160);
  const fault = (rule, element, message) =>
    faults.push({ rule, element: name(element), message: when ? `${message} (${when})` : message });
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Nothing to scroll sideways. What is too wide and stands in a box that scrolls by itself is not at fault.
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) {
    const boxed = (element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== "visible") return true;
      }
      return false;
    };
    const wide = all("body *").filter((e) => e.getBoundingClientRect().right > root.clientWidth + 0.5 && !boxed(e));
    const said = `the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`;
    for (const element of wide.length ? wide.slice(0, 3) : [document.body]) fault("sideways", element, said);
  }

  // Headings, in order.
  const headings = all("h1, h2, h3, h4, h5, h6").filter(shown);
  const level = (heading) => Number(heading.tagName[1]);
  if (headings.length === 0 || level(headings[0]) !== 1) fault("headings", headings[0] ?? document.body, "the first heading is no h1");
  headings.forEach((heading, at) => {
    if (heading.textContent.trim() === "") fault("headings", heading, "an empty heading");
    if (at > 0 && level(heading) === 1) fault("headings", heading, "a second h1");
    if (at > 0 && level(heading) > level(headings[at - 1]) + 1) fault("headings", heading, "a level is left out");
  });

  // Links within the page, and ids that other attributes name.
  for (const link of all("a[href^='#'], area[href^='#']")) {
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    if (!document.getElementById(id)) fault("link-target", link, `there is no element with the id “${id}”`);
  }
  for (const attribute of ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "headers", "popovertarget"]) {
    for (const element of all(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(/\s+/).filter(Boolean)) {
        if (!document.getElementById(id)) fault("link-target", element, `${attribute} names “${id}”, which is not there`);
      }
    }
  }

  // No side note lies on another or on the text, and each stands where its mark is still to be seen.
  const over = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const placed = (element) => ({ element, box: element.getBoundingClientRect() });
  const sides = all(side).filter((e) => shown(e) && !e.parentElement.closest(side)).map(placed);
  const texts = all("h1, h2, h3, h4, h5, h6, p, pre, figure").filter((e) => shown(e) && !e.closest(side)).map(placed);
  sides.forEach(({ element, box }, at) => {
    for (const other of [...sides.slice(at + 1), ...texts]) {
      if (over(box, other.box)) fault("side-notes", element, `lies on ${name(other.element).slice(0, 80)}`);
    }
    if (box.left < -0.5 || box.right > root.clientWidth + 0.5) fault("side-notes", element, `is cut off: from ${box.left} to ${box.right}`);
    if (box.top + window.scrollY < -0.5) fault("side-notes", element, "begins above the page");
    const marks = element.id ? all(`a[href="#${CSS.escape(element.id)}"]`).filter((e) => !e.closest(side)) : [];
    const away = marks.map((mark) => Math.abs(mark.getBoundingClientRect().top - box.top));
    // In a margin a note is as high as its mark, or directly below the note before it.
    const inMargin = getComputedStyle(element).position === "absolute";
    const pushed = at > 0 && box.top - sides[at - 1].box.bottom < 24;
    if (marks.length && Math.min(...away) > (inMargin && !pushed ? 24 : innerHeight)) {
      fault("side-notes", element, `is ${Math.min(...away)} away from its mark`);
    }
  });

  // No letter of a picture is cut off.
  for (const svg of all("svg").filter(shown)) {
    const frame = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      const out = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
      if (out > 1) fault("clipped", text, `is ${out} outside its picture`);
    }
  }

  // Nothing that could run, or fetch.
  for (const element of all("*")) {
    for (const { name: attribute, value } of element.attributes) {
      const bare = value.replace(/[\u0000-\u0020]/g, "").toLowerCase();
      if (attribute.startsWith("on")) fault("script", element, `has ${attribute}`);
      if (/^(javascript|vbscript):/.test(bare)) fault("script", element, `${attribute} is a script`);
      const fetched =
        ["src", "srcset", "poster", "data", "background", "ping", "manifest"].includes(attribute) ||
        (["href", "xlink:href"].includes(attribute) && !["a", "area"].includes(element.localName));
      if (fetched && !/^(data:|#|$)/.test(bare)) fault("outside-request", element, `${attribute} is outside the page`);
    }
    if (["script", "iframe", "object", "embed", "base"].includes(element.localName)) fault("script", element, "must not be there");
  }
  const styles = [...all("style").map((e) => [e, e.textContent]), ...all("[style]").map((e) => [e, e.getAttribute("style")])];
  for (const [element, css] of styles) {
    if (/@import|url\(\s*["']?(?!data:|#)/i.test(css)) fault("outside-request", element, "its style fetches something");
  }
  return faults;
}

/// The first Tab reaches a link, then to be seen, which leads to the text.
export async function firstTab(page) {
  await page.keyboard.press("Tab");
  const found = await page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const href = element.getAttribute("href") ?? "";
    const target = href.startsWith("#") && document.getElementById(decodeURIComponent(href.slice(1)));
    const main = document.querySelector("main, [role=main]");
    const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    return {
      element: element.outerHTML.slice(0, 160),
      faults: [
        ...(main && target && (main.contains(target) || target.contains(main)) ? [] : ["the first Tab is on no link to the text"]),
        ...(inside && box.width > 8 && box.height > 8 ? [] : ["what has the focus cannot be seen"]),
      ],
    };
  });
  return found.faults.map((message) => ({ rule: "skip-link", element: found.element, message }));
}

/// A figure's query is one click away: what its link leads to is then to be seen, opened if it was folded.
export async function firstFigure(page) {
  const figure = page.locator("a.figure").first();
  if ((await figure.count()) === 0) return [];
  await figure.focus();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(50);
  return figure.evaluate((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const code = target?.closest("details, section, figure")?.querySelector("pre");
    if (code?.checkVisibility() && code.getBoundingClientRect().top < innerHeight) return [];
    return [{ rule: "query", element: link.outerHTML.slice(0, 160), message: "its query is more than a click away" }];
  });
}

/// On paper there is nothing to click on, and the ink is dark.
export function onPaper() {
  const faults = [];
  const fault = (rule, element, message) => faults.push({ rule, element: element.outerHTML.slice(0, 160), message });
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  for (const element of document.querySelectorAll("nav, [role=navigation], button, input, select")) {
    if (shown(element)) fault("paper", element, "is printed");
  }
  const skip = document.querySelector("a[href^='#']");
  if (skip && !skip.closest("main") && shown(skip) && skip.getBoundingClientRect().width > 1) {
    const box = skip.getBoundingClientRect();
    if (box.bottom > 0 && box.right > 0) fault("paper", skip, "the skip link is printed");
  }
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map(Number);
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };
  for (const element of document.querySelectorAll("main p, main h1, main h2, main h3, main li, main td")) {
    const ink = getComputedStyle(element).color;
    if (shown(element) && ink.startsWith("rgb") && light(ink) > 0.6) {
      fault("paper", element, `its ink is ${ink}`);
      break;
    }
  }
  const paper = getComputedStyle(document.body).backgroundColor;
  if (!/, 0\)$/.test(paper) && paper.startsWith("rgb") && light(paper) < 0.9) fault("paper", document.body, `the paper is ${paper}`);
  if (document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth + 1) {
    fault("paper", document.body, "is wider than the sheet");
  }
  return faults;
}
