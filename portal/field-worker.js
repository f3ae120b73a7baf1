// Lets an inspector open the workbench where there is no network: the page and its scripts come from here, what
// people wrote and read from the page's own store. `offline.mjs` fills in the names at build time.
const cacheName = "sihong-__VERSION__";
const files = __FILES__;

addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(files))
      .then(() => skipWaiting()),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("sihong-") && name !== cacheName).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(within(5_000, fetch(request)).catch(() => caches.match("/app.html")));
  } else if (files.includes(pathname)) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)));
  }
});

/** A weak signal is no signal. */
function within(ms, answer) {
  return Promise.race([answer, new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), ms))]);
}
