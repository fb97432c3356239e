// Holds résumés against the official schema of JSON Resume, with its own validator. What it finds it prints, a JSON
// object a line, and "validated N resumes" at the end.
//
//   node validate.mjs MODULES RESUME…

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [modules, ...resumes] = process.argv.slice(2);
const require = createRequire(path.join(modules, "here.js"));
const { validate } = require("@jsonresume/schema");

for (const file of resumes) {
  validate(JSON.parse(readFileSync(file, "utf8")), (errors) => {
    for (const error of errors ?? []) console.log(JSON.stringify({ file, message: error.stack }));
  });
}
console.log(`validated ${resumes.length} resumes`);
