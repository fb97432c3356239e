(() => {
  const key = "whyproof place", kept = sessionStorage;
  const folds = () => [...document.querySelectorAll("details")];
  const blocks = () => [...document.querySelectorAll("[data-block]")];
  const words = (block) => block.textContent.slice(0, 300);
  history.scrollRestoration = "manual";
  addEventListener("pagehide", () => {
    const place = { y: scrollY, open: folds().map((fold) => fold.open) };
    for (const block of blocks()) {
      const box = block.getBoundingClientRect();
      if (block.id && box.bottom > 0) {
        place.id = block.id;
        place.words = words(block);
        place.top = box.top;
        break;
      }
    }
    kept.setItem(key, JSON.stringify(place));
  });
  const loaded = performance.getEntriesByType("navigation")[0];
  const place = JSON.parse(kept.getItem(key) || "null");
  if (place && loaded && loaded.type === "reload") {
    folds().forEach((fold, at) => { fold.open = Boolean(place.open[at]); });
    // What stands above may have changed, and with it the number of the block: its words are looked for first.
    const same = place.id ? blocks().filter((block) => words(block) === place.words) : [];
    const named = place.id && document.getElementById(place.id);
    const block = same.includes(named) ? named : same[0] || named;
    const top = block && place.y > 0 ? scrollY + block.getBoundingClientRect().top - place.top : place.y;
    scrollTo({ top, behavior: "instant" });
  }
  let own = loaded && loaded.serverTiming && loaded.serverTiming[0] && loaded.serverTiming[0].description;
  new EventSource("changes").addEventListener("revision", (event) => {
    own = own || event.data;
    if (event.data !== own) location.reload();
  });
})();
