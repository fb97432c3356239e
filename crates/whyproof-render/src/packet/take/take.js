// The packet of a take: what a mentor says of criteria and stories, and the reply file.
(() => {
  "use strict";

  const {
    packet, $, one, asks, isText, short, today, make, say, fault, keep, kept, isWhole, nameFault, sending, begin,
  } = packets;
  const SCHEMA = "whyproof/take-reply/1";
  const WORDS = ["below", "meets", "raises"];
  const store = `whyproof-take-${packet.about.packet}`;

  const places = packet.places.map((place, at) => ({
    ...place,
    choices: [...document.getElementsByName(`judged-${at}`)],
    note: document.getElementById(`take-note-${at}`),
  }));
  const judged = (place) => place.choices.find((choice) => choice.checked)?.value || null;
  const noted = (place) => (asks(place.note.value) ? place.note.value.trim() : "");

  // What a reply that was loaded says of what is not in this packet: it is kept as it is.
  let others = [];
  let dirty = false;

  const onOf = ({ bar, criterion, story }) => ({ bar: bar ?? null, criterion: criterion ?? null, story: story ?? null });
  const isSame = (a, b) => a.bar === b.bar && a.criterion === b.criterion && a.story === b.story;

  function said() {
    const all = places.map((place) => ({ ...onOf(place), judged: judged(place), note: noted(place) }));
    return [...all.filter((one) => one.judged || one.note), ...others];
  }

  function reply() {
    return {
      schema: SCHEMA,
      about: packet.about,
      mentor: { name: one($("name").value) },
      written: today(),
      said: said(),
    };
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

  function remember() {
    keep(store, { ...reply(), dirty });
  }

  // A reply that was saved or remembered: only what has the right form is taken.
  function take(from) {
    const name = from.mentor?.name;
    if (isText(name) && name) $("name").value = name.slice(0, 80);
    let taken = 0;
    for (const it of Array.isArray(from.said) ? from.said : []) {
      if (!it || ["bar", "criterion", "story"].some((key) => it[key] != null && !isText(it[key]))) continue;
      const on = onOf(it);
      const word = WORDS.includes(it.judged) ? it.judged : null;
      const note = isText(it.note) ? it.note.slice(0, 20000) : "";
      if (!word && !asks(note)) continue;
      const place = places.find((place) => isSame(onOf(place), on));
      if (place) {
        for (const choice of place.choices) choice.checked = choice.value === (word ?? "");
        place.note.value = note;
      } else {
        others = [...others.filter((other) => !isSame(other, on)), { ...on, judged: word, note: note.trim() }];
      }
      taken += 1;
    }
    return taken;
  }

  // ---- What is shown ----------------------------------------------------------------------------------------------

  const counted = (number, what) => (number === 1 ? `one ${what}` : `${number} ${what}s`);

  function item(place) {
    const made = make("li");
    const link = make("a", "", short(place.label, 80));
    link.href = `#${place.note.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      place.note.focus();
      place.note.closest("fieldset").scrollIntoView({ block: "center" });
    });
    const word = judged(place);
    made.append(link, word ? `: ${word}` : "");
    if (noted(place)) made.append(make("p", "packet-hint", `“${short(one(noted(place)), 140)}”`));
    return made;
  }

  function show() {
    const told = places.filter((place) => judged(place) || noted(place));
    $("none").hidden = told.length + others.length > 0;
    $("list").replaceChildren(...told.map(item));
    if (others.length) {
      $("list").append(make("li", "", `${counted(others.length, "thing")} from the reply that you loaded, not in this packet`));
    }
    const all = said();
    const parts = [
      [all.filter((one) => one.judged).length, "judgement"],
      [all.filter((one) => one.note).length, "note"],
    ].filter(([number]) => number);
    const count = parts.map(([number, what]) => counted(number, what)).join(", ");
    $("count").textContent = count
      ? `${count.charAt(0).toUpperCase()}${count.slice(1)} – ${dirty ? "not saved yet" : "saved"}`
      : "Nothing said yet";
    for (const place of places) place.note.closest("fieldset").classList.toggle("take-said", told.includes(place));
  }

  // ---- The page ----------------------------------------------------------------------------------------------------

  function canBeSent() {
    const faults = [
      ["name", nameFault()],
      ["empty", said().length ? "" : "There is nothing to send yet: say something of a story or a criterion, or on the whole."],
    ];
    return isWhole(faults, places.at(-1).note);
  }

  function loaded(from) {
    const taken = take(from);
    changed();
    const other = from.about?.packet !== packet.about.packet;
    say(
      `Loaded: ${counted(taken, "thing")} that you said.` +
        (other ? " It was written on another version of the packet; what is not in this one is kept." : ""),
    );
  }

  const draft = kept(store, SCHEMA);
  if (draft) {
    take(draft);
    dirty = draft.dirty === true;
  }
  for (const place of places) {
    for (const choice of place.choices) choice.addEventListener("change", changed);
    place.note.addEventListener("input", changed);
  }
  $("name").addEventListener("input", () => {
    fault("name", "");
    changed();
  });
  sending({
    schema: SCHEMA,
    reply,
    isWhole: canBeSent,
    saved,
    loaded,
    isUnsaved: () => dirty && said().length > 0,
    subject: packet.about.signed ? `My take, for ${packet.about.signed}` : "My take",
    called: "My take",
  });
  begin();
  show();
})();
