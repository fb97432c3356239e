// What a page does by itself while it loads: requests, scripts, complaints.

/// Watches a page that has not been opened yet. Nothing but the page's own file is let through.
export async function watch(page, url) {
  const faults = [];
  const fault = (rule, element, message) => faults.push({ rule, element, message });
  await page.route("**/*", (route) => {
    if (route.request().url() === url) return route.continue();
    fault("outside-request", route.request().url(), `asks for a ${route.request().resourceType()} outside the page`);
    return route.abort();
  });
  page.on("websocket", (socket) => fault("outside-request", socket.url(), "opens a socket"));
  page.on("popup", (popup) => fault("outside-request", popup.url(), "opens a window"));
  page.on("dialog", (dialog) => {
    fault("script", dialog.type(), dialog.message());
    return dialog.dismiss();
  });
  page.on("pageerror", (error) => fault("console", "page", error.message));
  page.on("console", (message) => {
    if (message.type() === "error") fault("console", message.location().url, message.text());
  });
  // The debugger hears of every script that is compiled, an event handler too. What this test brings into the page
  // comes after `stop`.
  const session = await page.context().newCDPSession(page);
  const heard = ({ url: source, startLine, executionContextAuxData: world }) => {
    if (world?.isDefault) fault("script", `${source}:${startLine + 1}`, "a script of the page runs");
  };
  session.on("Debugger.scriptParsed", heard);
  await session.send("Debugger.enable");
  return {
    stop() {
      session.off("Debugger.scriptParsed", heard);
      return faults;
    },
  };
}
