// The review packet: whys, a verdict and the reply file. It asks nothing of any server and sends nothing.
(() => {
  "use strict";

  const {
    packet, $, one, asks, isText, short, today, make, button, say, fault, keep, kept, isWhole, nameFault, sending, begin,
  } = packets;
  const store = `whyproof-packet-${packet.case.revision}`;

  // ---- What was written so far -------------------------------------------------------------------------------

  // { block: number or null, anchor: the block's anchor or null, words: text or null, text }
  let whys = [];
  let says = null;
  let dirty = false;
  const drafts = new Map();

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

  function remember() {
    keep(store, { ...reply(), reasons: $("reasons").value, dirty });
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
    const act = () => {
      whys.splice(index, 0, gone);
      changed();
      $("whys").children[index].querySelector("button").focus();
      say("Your why is back.");
    };
    say("Your why is removed.", { label: "put the why back", act });
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

  // ---- Sending it back -------------------------------------------------------------------------------------------

  function canBeSent() {
    const need = says === "revise" || says === "stop";
    const faults = [
      ["reasons", need && !asks($("reasons").value) ? `Say why it should ${says === "stop" ? "stop" : "be revised"}.` : ""],
      ["name", nameFault()],
      ["empty", whys.length || says ? "" : "There is nothing to send yet: ask a why or give a verdict."],
    ];
    return isWhole(faults, $("ask-whole"));
  }

  function loaded(from) {
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
  const draft = kept(store, "whyproof/reply/1");
  if (draft) {
    take(draft);
    dirty = draft.dirty === true;
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
  sending({
    schema: "whyproof/reply/1",
    reply,
    isWhole: canBeSent,
    saved,
    loaded,
    isUnsaved: () => dirty && (whys.length > 0 || says || one($("reasons").value)),
    subject: `Reply: ${packet.case.title ?? "your case"}`,
    called: "My reply to the case",
  });
  begin();
  show();
})();
