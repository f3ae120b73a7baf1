// What a visit may cost, in bytes of compressed JavaScript; `npm run build` ends with it and fails above.
// Each budget is counted as a browser would load it: the page's own scripts, what they import, and
// for the public pages also everything they may load later.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

const atOnce = /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;
const anyScript = /["'`](?:\.\/|assets\/)([\w.-]+\.js)["'`]/g;
const built = "target/classes/static";
const budgets = [
  { what: "public pages, all of them", page: "index.html", later: true, most: 100_000 },
  { what: "first route of the workbench", page: "app.html", later: false, most: 350_000 },
];

const over = budgets.filter(({ what, page, later, most }) => {
  const html = readFileSync(join(built, page), "utf8");
  const scripts = reachable([...html.matchAll(/assets\/[\w.-]+\.js/g)].map(([path]) => basename(path)), later);
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(code(script), { level: 9 }).length, 0);
  console.log(`${what}: ${bytes} of ${most} bytes in ${scripts.length} scripts`);
  return bytes > most;
});
if (over.length > 0) {
  console.error(`Too large: ${over.map((budget) => budget.what).join(", ")}. Load what a first visit does not need with its page.`);
  process.exit(1);
}

/** The scripts a page loads at once, and with `later` those it may ask for afterwards. */
function reachable(scripts, later) {
  const seen = new Set();
  for (let open = [...scripts]; open.length > 0; ) {
    const script = open.pop();
    if (!seen.has(script)) {
      seen.add(script);
      open.push(...[...code(script).matchAll(later ? anyScript : atOnce)].map((found) => basename(found[1])));
    }
  }
  return [...seen];
}

function code(script) {
  return readFileSync(join(built, "assets", script), "utf8");
}
