// What the scripts of all packets do alike: small helpers, what is told, and the ways in which a reply goes back. It
// asks nothing of any server and sends nothing.
const packets = (() => {
  "use strict";

  const packet = JSON.parse(document.getElementById("packet-data").textContent);
  const $ = (id) => document.getElementById(`packet-${id}`);

  const one = (text) => text.replace(/\s+/gu, " ").trim();
  const asks = (text) => /[\p{L}\p{N}]/u.test(text);
  const isText = (value) => typeof value === "string";
  const short = (text, most) => {
    const letters = Array.from(text);
    return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : text;
  };

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

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

  let quiet = 0;
  // `undo` has a `label`, and what takes it back, `act`.
  function say(text, undo) {
    clearTimeout(quiet);
    const said = $("said");
    said.replaceChildren(make("p", "", text));
    if (undo) said.append(button("Undo", `Undo: ${undo.label}`, undo.act));
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

  // ---- What was written so far -------------------------------------------------------------------------------

  // Where the browser keeps nothing, or not for files, only the file that is saved is left.
  function keep(store, draft) {
    try {
      localStorage.setItem(store, JSON.stringify(draft));
    } catch {
      /* private windows, full or forbidden stores */
    }
  }

  function kept(store, schema) {
    try {
      const draft = JSON.parse(localStorage.getItem(store));
      return draft?.schema === schema ? draft : null;
    } catch {
      return null;
    }
  }

  // What is wrong is told at its field, and the first of it has the focus; `faults` are pairs of a field and a text.
  function isWhole(faults, elsewhere) {
    for (const [field, text] of faults) fault(field, text);
    const [first] = faults.find(([, text]) => text) ?? [];
    if (!first) return true;
    ($(first) ?? elsewhere).focus();
    say($(`${first}-error`).textContent);
    return false;
  }

  const nameFault = () =>
    /\p{L}/u.test(one($("name").value)) ? "" : "Write your name: a reply without one cannot be taken.";

  // ---- Sending it back -------------------------------------------------------------------------------------------

  // `of` has the reply, its schema, whether it can be sent, what happens once it was saved or loaded, and the words
  // for mails.
  function sending(of) {
    // What it is about and who writes: replies of several people lie in one folder.
    function fileName() {
      const slug = one($("name").value).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      const name = slug.replace(/[^a-z0-9]+/gu, "-").replace(/^-|-$/gu, "").slice(0, 40);
      return `${packet.file}-${name ? `${name}-` : ""}reply.json`;
    }

    const written = () => `${JSON.stringify(of.reply(), null, 1)}\n`;

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
      if (!of.isWhole()) return;
      download();
      of.saved();
      say(`Saved as ${fileName()}, where your browser puts downloads. Now send it back.`);
    }

    // Some mail programs cut long links, those of Windows soonest.
    const LONGEST = /Windows/u.test(navigator.userAgent) ? 1900 : 7500;

    function mail() {
      if (!of.isWhole()) return;
      const link = (body) =>
        `mailto:${encodeURIComponent(packet.mail ?? "").replace(/%40/gu, "@")}?subject=${encodeURIComponent(of.subject)}&body=${encodeURIComponent(body)}`;
      const whole = link(`${of.called} follows. Please leave it as it is.\r\n\r\n${JSON.stringify(of.reply())}\r\n`);
      if (whole.length <= LONGEST) {
        location.href = whole;
        say("Your mail program has the reply: send it from there.");
      } else {
        download();
        location.href = link(`${of.called} is the file ${fileName()}, attached.\r\n`);
        say(`The reply is too long for a link: attach ${fileName()}, which was just saved, to the message.`);
      }
      of.saved();
    }

    async function copy() {
      if (!of.isWhole()) return;
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
      if (done) of.saved();
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
      if (from?.schema === of.schema) of.loaded(from);
      else say(`${file.name} is no reply that was saved here.`);
    }

    if (packet.mail) $("send-hint").textContent = `Save the reply and send the file to ${packet.mail}, or mail it.`;
    $("form").addEventListener("submit", save);
    $("mail").addEventListener("click", mail);
    $("copy").addEventListener("click", copy);
    $("load").addEventListener("change", load);
    addEventListener("beforeunload", (event) => {
      if (of.isUnsaved()) event.preventDefault();
    });
  }

  function begin() {
    for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;
    document.documentElement.classList.add("packet-works");
  }

  return {
    packet, $, one, asks, isText, short, today, make, button, say, fault, keep, kept, isWhole, nameFault, sending, begin,
  };
})();
