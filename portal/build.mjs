// What Maven runs here, in one place: `node build.mjs build` and `node build.mjs test`.
// Each step leaves a stamp of what it was made from and is left out when nothing changed since.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [step, ...options] = process.argv.slice(2);
const sources = ["../contracts/openapi", "client.mjs", "src", "public", "index.html", "app.html", "built.mjs", "budget.mjs", "offline.mjs", "field-worker.js", "vite.config.ts", "tsconfig.json", ".oxlintrc.json"];
const packages = ["package.json", "package-lock.json", ".npmrc"];

if (step === "build") {
  install();
  once("target/portal-build.stamp", [...packages, ...sources], "target/classes/static/index.html", () => {
    npm("run", "check");
    npm("run", "build");
  });
} else if (step === "test") {
  if (options.includes("--skip=true")) {
    process.exit(0);
  }
  install();
  once("target/portal-test.stamp", [...packages, ...sources], undefined, () => npm("test"));
} else {
  console.error("Say `node build.mjs build` or `node build.mjs test`.");
  process.exit(2);
}

function install() {
  once("node_modules/.sihong.stamp", packages, "node_modules/vite/package.json", () => npm("ci", "--ignore-scripts"));
}

/** Runs the work unless its stamp says that it was done from these very inputs and the product still stands. */
function once(stampFile, inputs, product, work) {
  const stamp = createHash("sha256").update(process.versions.node);
  inputs.flatMap(filesUnder).forEach((file) => stamp.update(file).update(readFileSync(file)));
  const wanted = stamp.digest("hex");
  const seen = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
  if (seen === wanted && (product === undefined || existsSync(product))) {
    return;
  }
  work();
  mkdirSync(join(stampFile, ".."), { recursive: true });
  writeFileSync(stampFile, wanted);
}

function filesUnder(path) {
  if (!existsSync(path)) {
    return [];
  }
  if (statSync(path).isFile()) {
    return [path];
  }
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function npm(...command) {
  const windows = process.platform === "win32";
  const run = spawnSync(windows ? "npm.cmd" : "npm", command, { stdio: "inherit", shell: windows });
  if (run.error?.code === "ENOENT") {
    console.error("The portal needs Node 20.19 or newer with npm on the PATH, or build without it: -Dskip.portal=true");
  }
  if (run.status !== 0) {
    process.exit(run.status ?? 1);
  }
}
