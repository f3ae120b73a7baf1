// What the last build made, read from the files themselves: for `budget.mjs` and `offline.mjs`.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

export const built = "target/classes/static";

const atOnce = /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;
const anyScript = /["'`](?:\.\/|assets\/)([\w.-]+\.js)["'`]/g;

/** The scripts a page names itself. */
export function scriptsOf(page) {
  return [...readFileSync(join(built, page), "utf8").matchAll(/assets\/[\w.-]+\.js/g)].map(([path]) => basename(path));
}

/** These scripts and what they load at once; with `later` also what they may ask for afterwards. */
export function reachable(scripts, later) {
  const seen = new Set();
  for (const open = [...scripts]; open.length > 0; ) {
    const script = open.pop();
    if (!seen.has(script)) {
      seen.add(script);
      open.push(...[...code(script).matchAll(later ? anyScript : atOnce)].map((found) => basename(found[1])));
    }
  }
  return [...seen];
}

export function code(script) {
  return readFileSync(join(built, "assets", script), "utf8");
}

/** All files with a hash in their name: scripts, styles, pictures. */
export function assets() {
  return readdirSync(join(built, "assets"));
}
