// Loads and starts the program of the hosted page; the one-file edition has boot/start-single.js.
const { js, wasm, integrity = "" } = document.querySelector('meta[name="kamsheet-program"]').dataset;
const address = (path) => new URL(path, document.baseURI).href;

// What the first page does not need: pictures, the other pages, paper. A development build has it in the page.
const addLateStyle = () => {
  const late = document.querySelector('meta[name="kamsheet-style"]')?.dataset;
  if (!late) return;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address(late.css) });
  link.integrity = late.integrity;
  document.head.append(link);
};

try {
  const { default: init } = await import(address(js));
  await init({ module_or_path: fetch(address(wasm), { integrity }) });
  addLateStyle();
} catch (error) {
  document.documentElement.dataset.crashed ||= "load";
  console.error(error);
}
