// What a visit may cost, in bytes of compressed JavaScript; `npm run build` fails above.
// Each budget is counted as a browser would load it: the page's own scripts, what they import, and
// for the public pages also everything they may load later.
import { gzipSync } from "node:zlib";
import { code, reachable, scriptsOf } from "./built.mjs";

const budgets = [
  { what: "public pages, all of them", page: "index.html", later: true, most: 100_000 },
  { what: "first route of the workbench", page: "app.html", later: false, most: 320_000 },
];

const over = budgets.filter(({ what, page, later, most }) => {
  const scripts = reachable(scriptsOf(page), later);
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(code(script), { level: 9 }).length, 0);
  console.log(`${what}: ${bytes} of ${most} bytes in ${scripts.length} scripts`);
  return bytes > most;
});
if (over.length > 0) {
  console.error(`Too large: ${over.map((budget) => budget.what).join(", ")}. Load what a first visit does not need with its page.`);
  process.exit(1);
}
