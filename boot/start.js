// Loads and starts the program of the hosted page; the one-file edition has boot/start-single.js.
const { js, wasm, integrity = "" } = document.querySelector('meta[name="kamsheet-program"]').dataset;
const address = (path) => new URL(path, document.baseURI).href;

try {
  const { default: init } = await import(address(js));
  await init({ module_or_path: fetch(address(wasm), { integrity }) });
} catch (error) {
  document.documentElement.dataset.crashed ||= "load";
  console.error(error);
}
