// The recovery screen. It needs nothing of the program: it shows when <html data-crashed> is set (by the
// program's panic hook, by the loader, or here when a wasm trap surfaces) and hands out what is stored.
(() => {
  "use strict";
  const root = document.documentElement;
  const PREFIX = "kamsheet:";
  const DATABASE = "kamsheet";

  // A trap, or an error that went through the program and left it half way.
  const isTrap = (error) => error instanceof WebAssembly.RuntimeError || /wasm-function|\.wasm:/.test(error?.stack);

  // The program's own hook notes a panic; of a trap it knows nothing. The second crash of a workbook opens it safely.
  const crash = () => {
    if (root.dataset.crashed) return;
    root.dataset.crashed = "trap";
    const id = location.hash.split("/")[1];
    if (!id) return;
    try {
      const [count, of] = (localStorage.getItem(PREFIX + "crash") || "").split(" ");
      localStorage.setItem(PREFIX + "crash", `${of === id ? (+count || 0) + 1 : 1} ${id}`);
    } catch {
      // Where nothing can be noted, nothing was kept either.
    }
  };
  addEventListener("error", (event) => isTrap(event.error) && crash());
  addEventListener("unhandledrejection", (event) => isTrap(event.reason) && crash());

  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  const show = () => {
    const screen = document.getElementById("crash");
    if (!root.dataset.crashed || !screen || !screen.hidden) return;
    screen.hidden = false;
    each("dialog[open]", (dialog) => dialog.close()); // a modal one would keep this screen out of reach
    each("#app, #shell", (element) => (element.inert = true));
    document.getElementById("crash-title").focus();
  };

  // ---- what is stored ----

  const localEntries = () => {
    const entries = {};
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const key = localStorage.key(i);
        if (key.startsWith(PREFIX)) entries[key] = localStorage.getItem(key);
      }
    } catch {
      // Blocked storage holds nothing.
    }
    return entries;
  };

  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  const openDatabase = () =>
    new Promise((resolve) => {
      try {
        const request = indexedDB.open(DATABASE);
        request.onupgradeneeded = () => request.transaction.abort(); // it was not there; do not make it
        request.onsuccess = () => resolve(request.result);
        request.onerror = request.onblocked = () => resolve(null);
        setTimeout(resolve, 2000, null);
      } catch {
        resolve(null);
      }
    });

  const databaseEntries = async () => {
    const stores = {};
    const database = await openDatabase();
    if (!database) return stores;
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      stores[name] = keys.map((key, i) => ({ key, value: values[i] }));
    }
    database.close();
    return stores;
  };

  // JSON has no bytes; they are written as { "bytes": base64 }.
  const plain = (_, value) => {
    const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
    if (!(bytes instanceof Uint8Array)) return value;
    return { bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
  };

  // ---- the three buttons ----

  const download = async () => {
    const rescue = {
      format: "kamsheet-rescue",
      made: new Date().toISOString(),
      local_storage: localEntries(),
      database: await databaseEntries().catch((error) => ({ error: String(error) })),
    };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(rescue, plain, 1)], { type: "application/json" }));
    link.download = `kamsheet-rescue-${rescue.made.slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    const count = Object.keys(rescue.local_storage).filter((key) => key.startsWith(PREFIX + "doc:")).length;
    document.getElementById("crash-status").textContent = `${link.download} · ${count} 个工作簿 · ${count} workbook(s)`;
  };

  let step = 0; // how often "delete" has been confirmed
  const showStep = (next) => {
    step = next;
    each("[data-crash-step]", (element) => (element.hidden = Number(element.dataset.crashStep) !== step));
  };

  const deleteEverything = async () => {
    try {
      Object.keys(localEntries()).forEach((key) => localStorage.removeItem(key));
      await settled(indexedDB.deleteDatabase(DATABASE));
    } catch {
      // What cannot be reached cannot be deleted; reloading shows what is left.
    }
    location.reload();
  };

  const actions = {
    reload: () => location.reload(),
    download,
    keep: () => showStep(0),
    delete: () => (step < 2 ? showStep(step + 1) : deleteEverything()),
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("crash").addEventListener("click", (event) => {
      const button = event.target.closest("[data-crash]");
      if (button) actions[button.dataset.crash]();
    });
    new MutationObserver(show).observe(root, { attributeFilter: ["data-crashed"] });
    show();
  });
})();
