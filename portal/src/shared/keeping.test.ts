import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const source = join(import.meta.dirname, "..");
const places = /\b(localStorage|sessionStorage|indexedDB|openDB|deleteDB|caches|document\.cookie)\b/;

/** The size of the words; the ballot of whoever is casting it; an inspector's own records until they sign out; the token that a write needs. */
const keepers = ["api/http.ts", "app/field/store.ts", "public/ballot.ts", "shared/largeText.ts"];

it("nothing else is kept in the browser than what its keepers keep", () => {
  const sources = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"));
  const keeping = sources.map((file) => file.replaceAll("\\", "/")).filter((file) => places.test(readFileSync(join(source, file), "utf8").replaceAll(/\/\/.*|\/\*[^]*?\*\//g, "")));
  expect(keeping.toSorted()).toEqual(keepers);
});
