// Keeps one whole build on this device, so that the page works without a network and its files always belong together.
//
// A build is kept only when every file has arrived and is the one that was built; until then, and when that fails, the
// build before it stays in use. A new build waits until a person asks for it. See docs/offline.md.
"use strict";

// Both lines are filled in when the site is built.
const BUILD = "";
const FILES = {};

const scope = new URL(self.registration.scope);
const PREFIX = `kamsheet:${scope.pathname}:`;
const CACHE = PREFIX + BUILD;
const PAGE = new URL("./", scope).href;

/** The address under which a file of the build is kept; the page itself is the folder. */
const addressOf = (file) => (file === "index.html" ? PAGE : new URL(file, scope).href);
const ADDRESSES = new Set(Object.keys(FILES).map(addressOf));

/** A response that a redirect led to may not answer a navigation; its copy may. */
const plain = (response) =>
  response.redirected
    ? response.blob().then((body) => new Response(body, { status: response.status, headers: response.headers }))
    : response;

const fetched = async ([file, integrity]) => {
  const address = addressOf(file);
  const response = await fetch(address, { cache: "no-cache", integrity, credentials: "same-origin" });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return [address, await plain(response)];
};

const install = async () => {
  try {
    const all = await Promise.all(Object.entries(FILES).map(fetched));
    const cache = await caches.open(CACHE);
    await Promise.all(all.map(([address, response]) => cache.put(address, response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error; // this build is not taken; the one before it goes on
  }
};

const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/** This build and the one before it stay: a tab that was not reloaded may still want a file of its own build. */
const activate = async () => {
  const others = (await ownCaches()).filter((name) => name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
};

/** The kept answer: from this build, or for a tab of an older one from there. */
const kept = async (address) => {
  for (const cacheName of [CACHE, ...(await ownCaches())]) {
    const found = await caches.match(address, { cacheName }); // unlike opening, this does not make one
    if (found) return found;
  }
  return null;
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "load-it-now") self.skipWaiting();
  if (event.data === "build") event.ports[0]?.postMessage(BUILD);
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.search = "";
  url.hash = "";
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const isPage = url.href === PAGE || url.href === PAGE + "index.html";
  const address = isPage ? PAGE : url.href;
  if (ADDRESSES.has(address)) {
    event.respondWith(kept(address).then((found) => found ?? fetch(request)));
  } else if (request.mode !== "navigate") {
    // A file of another build: the network first would be the build that is served now, which may be another again.
    event.respondWith(kept(address).then((found) => found ?? fetch(request)));
  }
});
