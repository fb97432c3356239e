// The review packet: whys, a verdict and the reply file. It asks nothing of any server and sends nothing.
(() => {
  "use strict";

  const packet = JSON.parse(document.getElementById("packet-data").textContent);
  const $ = (id) => document.getElementById(`packet-${id}`);
  const store = `whyproof-packet-${packet.case.revision}`;

  // ---- What was written so far -------------------------------------------------------------------------------

  // { block: number or null, anchor: the block's anchor or null, words: text or null, text }
  let whys = [];
  let says = null;
  let dirty = false;
  const drafts = new Map();

  const one = (text) => text.replace(/\s+/gu, " ").trim();
  const asks = (text) => /[\p{L}\p{N}]/u.test(text);
  const short = (text, most) => {
    const letters = Array.from(text);
    return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : text;
  };

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function reply() {
    return {
      schema: "whyproof/reply/1",
      case: { title: packet.case.title, path: packet.case.path, revision: packet.case.revision },
      reviewer: { name: one($("name").value), rung: one($("rung").value) || null },
      written: today(),
      verdict: says ? { says, reasons: $("reasons").value.trim() } : null,
      whys: whys.map((why) => ({ text: why.text, on: why.anchor, words: why.words })),
    };
  }

  // Where the browser keeps nothing, or not for files, only the file that is saved is left.
  function remember() {
    try {
      const draft = { ...reply(), reasons: $("reasons").value, dirty };
      localStorage.setItem(store, JSON.stringify(draft));
    } catch {
      /* private windows, full or forbidden stores */
    }
  }

  function changed() {
    dirty = true;
    remember();
    show();
  }

  function saved() {
    dirty = false;
    remember();
    show();
  }

  const isText = (value) => typeof value === "string";
  const sameWhy = (a, b) =>
    a.text === b.text && a.words === b.words && (a.anchor?.quote ?? null) === (b.anchor?.quote ?? null);

  // A reply that was saved or remembered: only what has the right form is taken.
  function take(from) {
    const person = from.reviewer ?? {};
    if (isText(person.name) && person.name) $("name").value = person.name.slice(0, 80);
    if (isText(person.rung) && person.rung) $("rung").value = person.rung.slice(0, 80);
    const reasons = isText(from.verdict?.reasons) ? from.verdict.reasons : from.reasons;
    if (isText(reasons) && reasons) $("reasons").value = reasons.slice(0, 20000);
    if (["advance", "revise", "stop"].includes(from.verdict?.says)) says = from.verdict.says;
    let added = 0;
    for (const why of Array.isArray(from.whys) ? from.whys : []) {
      if (!isText(why?.text) || !asks(why.text)) continue;
      const on = why.on && isText(why.on.quote) ? why.on : null;
      const taken = {
        block: on && on.revision === packet.case.revision ? blockOf(on) : null,
        anchor: on && {
          id: isText(on.id) ? on.id : null,
          quote: on.quote,
          before: isText(on.before) ? on.before : "",
          after: isText(on.after) ? on.after : "",
          revision: isText(on.revision) ? on.revision : "",
        },
        words: isText(why.words) ? one(why.words) : null,
        text: one(why.text).slice(0, 2000),
      };
      if (whys.some((other) => sameWhy(other, taken))) continue;
      whys.push(taken);
      added += 1;
    }
    return added;
  }

  function blockOf(anchor) {
    const found = Object.entries(packet.blocks).find(
      ([, block]) =>
        block.quote === anchor.quote && block.before === anchor.before && block.after === anchor.after,
    );
    return found ? Number(found[0]) : null;
  }

  function anchorOf(number) {
    const { id, quote, before, after } = packet.blocks[number];
    return { id, quote, before, after, revision: packet.case.revision };
  }

  // ---- Asking -------------------------------------------------------------------------------------------------

  let asking = null; // { block, words, index } of the why in the dialog
  let back = null; // what had the focus

  const keyOf = (on) => (on.index === undefined ? `${on.block}/${on.words}` : `edit ${on.index}`);

  function ask(on) {
    asking = on;
    back = document.activeElement;
    const whole = on.block === null && !on.anchor;
    const editing = on.index !== undefined;
    $("dialog-title").textContent = editing ? "Change your why" : whole ? "Ask why of the whole case" : "Ask why";
    $("put").textContent = editing ? "Keep the change" : "Add why";
    $("on").hidden = whole;
    $("on").textContent = whole ? "" : on.words ?? (on.block === null ? on.anchor.quote : packet.blocks[on.block].label);
    $("why").value = drafts.get(keyOf(on)) ?? (editing ? whys[on.index].text : "");
    fault("why", "");
    $("dialog").showModal();
    $("why").focus();
  }

  function put(event) {
    const text = one($("why").value);
    if (!asks(text)) {
      event.preventDefault();
      fault("why", "Write your why first.");
      $("why").focus();
      return;
    }
    drafts.delete(keyOf(asking));
    if (asking.index !== undefined) {
      whys[asking.index].text = text;
      say("Your why is changed.");
    } else {
      whys.push({
        block: asking.block,
        anchor: asking.block === null ? null : anchorOf(asking.block),
        words: asking.words,
        text,
      });
      say(`Your why is added: ${counted()}.`);
    }
    asking = null;
    changed();
  }

  // Whatever closes it, what was written is there again when it is opened again.
  function closed() {
    if (asking) {
      const text = $("why").value;
      if (one(text)) drafts.set(keyOf(asking), text);
      else drafts.delete(keyOf(asking));
      asking = null;
    }
    if (back?.isConnected && !back.closest("[hidden]")) back.focus();
    else $("whys-title").focus();
  }

  function remove(index) {
    const [gone] = whys.splice(index, 1);
    drafts.clear();
    changed();
    const next = $("whys").children[Math.min(index, whys.length - 1)];
    (next?.querySelector("button") ?? $("whys-title")).focus();
    say("Your why is removed.", () => {
      whys.splice(index, 0, gone);
      changed();
      $("whys").children[index].querySelector("button").focus();
      say("Your why is back.");
    });
  }

  // ---- Words that are selected ----------------------------------------------------------------------------------

  let chosen = null;
  let hiding = 0;
  // What stands in a block and is none of its words: notes and their numbers, marks, our own buttons.
  const APART = "sup,.side,button,svg,.mark,.word,.state,.target,.missing,.box,.hidden,[aria-hidden=true]";

  function wordsIn(range, block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let words = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const apart = parent.closest(APART);
      if (!range.intersectsNode(node) || (apart && block.contains(apart))) continue;
      if (parent.closest("[data-block]") !== block) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.data.length;
      words += node.data.slice(from, to);
    }
    return one(words.replace(/\u00ad/gu, ""));
  }

  function select() {
    const selection = document.getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const all = range ? document.querySelectorAll("[data-block]") : [];
    for (const block of all) {
      const number = Number(block.dataset.block);
      if (!packet.blocks[number] || !range.intersectsNode(block)) continue;
      const words = wordsIn(range, block);
      if (!asks(words)) continue;
      clearTimeout(hiding);
      hiding = 0;
      chosen = { block: number, words: short(words, 2000).replace(/…$/u, "") };
      const box = range.getBoundingClientRect();
      const bar = $("words");
      bar.hidden = false;
      const left = Math.min(Math.max(box.left, 8), Math.max(document.documentElement.clientWidth - bar.offsetWidth - 8, 8));
      bar.style.setProperty("--packet-left", `${left + scrollX}px`);
      bar.style.setProperty("--packet-top", `${box.bottom + scrollY + 8}px`);
      return;
    }
    // A tap on the button may take the selection away before it is heard.
    if (!hiding && !$("words").hidden) {
      hiding = setTimeout(() => {
        hiding = 0;
        if (document.activeElement !== $("ask-words")) $("words").hidden = true;
      }, 400);
    }
  }

  // ---- What is shown ----------------------------------------------------------------------------------------------

  const counted = () => (whys.length === 1 ? "one why" : `${whys.length || "no"} whys`);

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function button(text, label, act) {
    const made = make("button", "packet-button packet-small", text);
    made.type = "button";
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  function show() {
    $("none").hidden = whys.length > 0;
    $("whys").replaceChildren(
      ...whys.map((why, index) => {
        const item = make("li");
        if (why.anchor) {
          const on = why.words ?? (why.block === null ? why.anchor.quote : packet.blocks[why.block].label);
          item.append(make("blockquote", "", short(on, 160)));
        } else {
          item.append(make("p", "packet-hint", "On the whole case"));
        }
        item.append(make("p", "packet-why", why.text));
        const actions = make("p", "packet-actions");
        const name = short(why.text, 60);
        actions.append(
          button("Edit", `Edit: ${name}`, () => ask({ ...why, index })),
          button("Remove", `Remove: ${name}`, () => remove(index)),
        );
        item.append(actions);
        return item;
      }),
    );
    for (const input of document.getElementsByName("says")) input.checked = input.value === says;
    $("no-verdict").hidden = !says;
    const need = says === "revise" || says === "stop";
    $("reasons").required = need;
    $("reasons-need").textContent = need ? "(needed)" : "(optional)";
    const started = whys.length > 0 || says;
    const count = counted();
    $("count").textContent =
      count.charAt(0).toUpperCase() + count.slice(1) + (says ? `, ${says}` : "") + (started ? (dirty ? " – not saved yet" : " – saved") : " yet");
    const per = new Map();
    for (const why of whys) per.set(why.block, (per.get(why.block) ?? 0) + 1);
    for (const made of document.querySelectorAll("button[data-ask]")) {
      const asked = per.get(Number(made.dataset.ask)) ?? 0;
      made.lastElementChild.textContent = asked ? ` · ${asked} asked` : "";
      made.classList.toggle("packet-asked", asked > 0);
    }
  }

  let quiet = 0;
  function say(text, undo) {
    clearTimeout(quiet);
    const said = $("said");
    said.replaceChildren(make("p", "", text));
    if (undo) said.append(button("Undo", "Undo: put the why back", undo));
    quiet = setTimeout(() => said.replaceChildren(), undo ? 15000 : 8000);
  }

  function fault(field, text) {
    const error = $(`${field}-error`);
    error.textContent = text;
    error.hidden = !text;
    const input = $(field);
    if (!input) return;
    if (text) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  // ---- Sending it back -------------------------------------------------------------------------------------------

  function isWhole() {
    const name = one($("name").value);
    const need = says === "revise" || says === "stop";
    const faults = [
      ["reasons", need && !asks($("reasons").value) ? `Say why it should ${says === "stop" ? "stop" : "be revised"}.` : ""],
      ["name", /\p{L}/u.test(name) ? "" : "Write your name: a reply without one cannot be taken."],
      ["empty", whys.length || says ? "" : "There is nothing to send yet: ask a why or give a verdict."],
    ];
    for (const [field, text] of faults) fault(field, text);
    const [first] = faults.find(([, text]) => text) ?? [];
    if (!first) return true;
    ($(first) ?? $("ask-whole")).focus();
    say($(`${first}-error`).textContent);
    return false;
  }

  // The case's name and the reviewer's: replies of several people lie in one folder.
  function fileName() {
    const slug = one($("name").value).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const name = slug.replace(/[^a-z0-9]+/gu, "-").replace(/^-|-$/gu, "").slice(0, 40);
    return `${packet.file}-${name ? `${name}-` : ""}reply.json`;
  }

  const written = () => `${JSON.stringify(reply(), null, 1)}\n`;

  function download() {
    const url = URL.createObjectURL(new Blob([written()], { type: "application/json" }));
    const link = make("a");
    link.href = url;
    link.download = fileName();
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  function save(event) {
    event.preventDefault();
    if (!isWhole()) return;
    download();
    saved();
    say(`Saved as ${fileName()}, where your browser puts downloads. Now send it back.`);
  }

  // Some mail programs cut long links, those of Windows soonest.
  const LONGEST = /Windows/u.test(navigator.userAgent) ? 1900 : 7500;

  function mail() {
    if (!isWhole()) return;
    const link = (body) =>
      `mailto:${encodeURIComponent(packet.mail ?? "").replace(/%40/gu, "@")}?subject=${encodeURIComponent(`Reply: ${packet.case.title ?? "your case"}`)}&body=${encodeURIComponent(body)}`;
    const whole = link(`My reply to the case follows. Please leave it as it is.\r\n\r\n${JSON.stringify(reply())}\r\n`);
    if (whole.length <= LONGEST) {
      location.href = whole;
      say("Your mail program has the reply: send it from there.");
    } else {
      download();
      location.href = link(`My reply to the case is the file ${fileName()}, attached.\r\n`);
      say(`The reply is too long for a link: attach ${fileName()}, which was just saved, to the message.`);
    }
    saved();
  }

  async function copy() {
    if (!isWhole()) return;
    $("text").value = written();
    $("by-copy").hidden = false;
    let done = false;
    try {
      await navigator.clipboard.writeText($("text").value);
      done = true;
    } catch {
      $("text").focus();
      $("text").select();
      try {
        done = document.execCommand("copy");
      } catch {
        /* it stands there, selected */
      }
    }
    if (done) saved();
    say(done ? "Copied: paste it into a message." : "Copy the selected text into a message.");
  }

  async function load(event) {
    const [file] = event.target.files;
    event.target.value = "";
    if (!file) return;
    let from = null;
    try {
      from = file.size <= 1 << 20 ? JSON.parse(await file.text()) : null;
    } catch {
      /* told below */
    }
    if (from?.schema !== "whyproof/reply/1") {
      say(`${file.name} is no reply that was saved here.`);
      return;
    }
    const added = take(from);
    const other = from.case?.revision !== packet.case.revision;
    changed();
    say(
      `Loaded: ${added === 1 ? "one why" : `${added} whys`} more.` +
        (other ? " It was written on another version of the case; its whys are kept as they are." : ""),
    );
  }

  // ---- The page ----------------------------------------------------------------------------------------------------

  // A button stands behind the words of each block that can be asked about.
  function equip() {
    const seen = new Set();
    for (const block of document.querySelectorAll("[data-block]")) {
      const number = Number(block.dataset.block);
      const known = packet.blocks[number];
      if (!known || known.words_only || seen.has(number)) continue;
      seen.add(number);
      const made = make("button", "packet-ask");
      made.type = "button";
      made.dataset.ask = number;
      const about = make("span", "packet-unseen", `: ${short(known.label, 80)}`);
      made.append("Ask why", about, make("span"));
      made.addEventListener("click", () => ask({ block: number, words: null }));
      block.append(" ", made);
    }
  }

  equip();
  for (const rung of packet.rungs) {
    const option = make("option");
    option.value = rung;
    $("rungs").append(option);
  }
  if (packet.mail) $("send-hint").textContent = `Save the reply and send the file to ${packet.mail}, or mail it.`;
  try {
    const draft = JSON.parse(localStorage.getItem(store));
    if (draft?.schema === "whyproof/reply/1") {
      take(draft);
      dirty = draft.dirty === true;
    }
  } catch {
    /* nothing was kept */
  }

  document.addEventListener("selectionchange", select);
  $("ask-words").addEventListener("mousedown", (event) => event.preventDefault());
  $("ask-words").addEventListener("click", () => {
    $("words").hidden = true;
    if (chosen) ask(chosen);
  });
  $("ask-whole").addEventListener("click", () => ask({ block: null, words: null }));
  $("asking").addEventListener("submit", put);
  $("cancel").addEventListener("click", () => $("dialog").close());
  $("dialog").addEventListener("close", closed);
  $("why").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("asking").requestSubmit();
  });
  for (const input of document.getElementsByName("says")) {
    input.addEventListener("change", () => {
      says = input.value;
      fault("reasons", "");
      changed();
    });
  }
  $("no-verdict").addEventListener("click", () => {
    says = null;
    fault("reasons", "");
    changed();
    document.getElementsByName("says")[0].focus();
  });
  for (const field of ["name", "rung", "reasons"]) {
    $(field).addEventListener("input", () => {
      dirty = true;
      if (field !== "rung") fault(field, "");
      remember();
      show();
    });
  }
  $("form").addEventListener("submit", save);
  $("mail").addEventListener("click", mail);
  $("copy").addEventListener("click", copy);
  $("load").addEventListener("change", load);
  addEventListener("beforeunload", (event) => {
    if (dirty && (whys.length || says || one($("reasons").value))) event.preventDefault();
  });

  for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;
  document.documentElement.classList.add("packet-works");
  show();
})();
