// Holds pages against the HTML standard. What it finds it prints, a JSON object a line, and "validated N pages" at
// the end.
//
//   node validate.mjs MODULES PAGE…

import { createRequire } from "node:module";
import path from "node:path";

const [modules, ...pages] = process.argv.slice(2);
const require = createRequire(path.join(modules, "here.js"));
const { FileSystemConfigLoader, HtmlValidate } = require("html-validate");

// Nothing is read from the folders that the pages stand in.
const loader = new FileSystemConfigLoader([], { root: true, extends: ["html-validate:recommended"] });
const validator = new HtmlValidate(loader);
for (const file of pages) {
  const { results } = await validator.validateFile(file);
  for (const { ruleId: rule, message, line, column, selector, severity } of results.flatMap(({ messages }) => messages)) {
    if (severity < 2) continue;
    console.log(JSON.stringify({ file, rule, element: `${line}:${column} ${selector ?? ""}`, message }));
  }
}
console.log(`validated ${pages.length} pages`);
