// Served in place of sw.js, this ends all work without a network: it forgets what is kept and takes itself away.
"use strict";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      const prefix = `kamsheet:${new URL(self.registration.scope).pathname}:`;
      const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
      await Promise.all(names.map((name) => caches.delete(name)));
      await self.registration.unregister();
    })(),
  ),
);
