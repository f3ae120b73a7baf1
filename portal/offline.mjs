// Writes the inspector's worker beside the pages: what it keeps is what the pages of a visit load.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assets, built, reachable, scriptsOf } from "./built.mjs";

const pages = ["InspectionList", "InspectionPage", "field", "store"];

const made = assets();
const scripts = pages.map((page) => {
  const script = made.find((file) => file.replace(/-[\w-]{8}\.js$/, "") === page);
  if (script === undefined) {
    throw new Error(`No script was made of ${page}: say in offline.mjs what it is called now.`);
  }
  return script;
});
const files = ["/app.html", "/favicon.svg", ...[...reachable([...scriptsOf("app.html"), ...scripts], false), ...made.filter((file) => file.endsWith(".css"))].map((file) => `/assets/${file}`)];
const version = createHash("sha256").update(readFileSync(join(built, "app.html"))).update(files.join()).digest("hex").slice(0, 12);
const worker = readFileSync("field-worker.js", "utf8").replace("__VERSION__", version).replace("__FILES__", JSON.stringify(files));
writeFileSync(join(built, "field-worker.js"), worker);
console.log(`worker ${version} keeps ${files.length} files`);
