// Has the browser keep the page for work without a network, and offers a new version when one is ready.
// Only built sites carry the mark below; plain http on a local network and opened files do without.
const mark = document.querySelector('meta[name="kamsheet-offline"]');
const card = document.getElementById("update");

const settled = (state) => (document.documentElement.dataset.offline = state);

/** Shows the card; `load` is what its button does. */
const offer = (load) => {
  card.hidden = false;
  card.querySelector('[data-update="load"]').onclick = load;
  card.querySelector('[data-update="later"]').onclick = () => (card.hidden = true);
};

/** The new version takes over for every tab; this one is drawn anew, the others keep what they have. */
const take = (worker) => () => {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage("load-it-now");
};

const watch = (registration) => {
  const look = (worker) => {
    if (!worker) return;
    const tell = () => {
      // Without a controller this is the first visit: nothing older is on the page.
      if (worker.state === "installed" && navigator.serviceWorker.controller) offer(take(worker));
      if (worker.state === "activated") settled("ready");
      if (worker.state === "redundant" && registration.active) settled("ready");
    };
    worker.addEventListener("statechange", tell);
    tell();
  };
  look(registration.waiting);
  look(registration.installing);
  look(registration.active);
  registration.addEventListener("updatefound", () => look(registration.installing));

  // A page that stays open for days asks again when someone comes back to it, at most once an hour.
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < 3_600_000) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
};

/** A host that no longer has the script no longer wants what it keeps. */
const isUnwanted = async () => {
  const answer = await fetch(mark.content, { cache: "no-store" }).catch(() => null);
  return answer?.status === 404 || answer?.status === 410;
};

const forget = async () => {
  const scope = new URL("./", document.baseURI);
  const registration = await navigator.serviceWorker.getRegistration(scope);
  if (registration?.scope === scope.href) await registration.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(`kamsheet:${scope.pathname}:`));
  await Promise.all(names.map((name) => caches.delete(name)));
};

const begin = async () => {
  try {
    if (await isUnwanted()) {
      await forget();
      settled("off");
      return;
    }
    watch(await navigator.serviceWorker.register(mark.content, { updateViaCache: "none" }));
  } catch {
    settled("off"); // blocked site data, a private window, a host without the file: the page works without
  }
};

if (mark && card && isSecureContext && "serviceWorker" in navigator) {
  // Not before the page is in use: keeping the files must not slow down the first look.
  const root = document.documentElement;
  const isReady = () => root.dataset.ready || root.dataset.crashed;
  if (isReady()) begin();
  else {
    new MutationObserver((_, observer) => {
      if (!isReady()) return;
      observer.disconnect();
      begin();
    }).observe(root, { attributeFilter: ["data-ready", "data-crashed"] });
  }
}
