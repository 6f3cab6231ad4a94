// The parts of the program that come after the page is up. The build puts this behind the generated glue, in one file
// with it (`wasm` is the running program), and in front of it PARTS: the files of each part in the order in which they
// are needed, and FILES: where each file is and what its digest is.
const partsFetched = new Map();
const partsRunning = new Map();

const fetchPart = async (file) => {
  const [address, integrity] = FILES[file];
  if (address.startsWith("#")) {
    const packed = atob(document.getElementById(address.slice(1)).textContent.trim());
    const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(unpacked).arrayBuffer();
  }
  const response = await fetch(new URL(address, import.meta.url), { integrity });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
};

// What failed is asked for anew the next time.
const remembered = (map, file, make) => {
  if (!map.has(file)) {
    const promise = make();
    promise.catch(() => map.delete(file));
    map.set(file, promise);
  }
  return map.get(file);
};

const fetched = (file) => remembered(partsFetched, file, () => fetchPart(file));
const running = (file) =>
  remembered(partsRunning, file, async () => {
    const { instance } = await WebAssembly.instantiate(await fetched(file), { __wasm_split: wasm });
    partsFetched.delete(file);
    return instance;
  });

const partLoader = (files) => async (callback, data) => {
  let loaded = true;
  try {
    files.filter((file) => !partsRunning.has(file)).forEach(fetched);
    for (const file of files) await running(file);
  } catch (error) {
    console.error(error);
    loaded = false;
  }
  wasm.__indirect_function_table.get(callback)(data, loaded);
};

const partLoaders = Object.fromEntries(
  Object.entries(PARTS).map(([part, files]) => [`__wasm_split_load_${part}`, partLoader(files)]),
);

// An address that names a workbook needs its part at once: it is fetched while the program itself arrives.
if (/^#\/[^/]+\//.test(location.hash)) PARTS.workbook?.forEach(fetched);
