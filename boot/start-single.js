// Starts the program of the one-file edition: its code and its wasm stand in the page itself.
// Runs inside one function with the generated glue, so that nothing of it is global.
(async () => {
  try {
    const packed = atob(document.getElementById("program").textContent.trim());
    const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    await wasm_bindgen({ module_or_path: await new Response(unpacked).arrayBuffer() });
  } catch (error) {
    document.documentElement.dataset.crashed ||= "load";
    console.error(error);
  }
})();
