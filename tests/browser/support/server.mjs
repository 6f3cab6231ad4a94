// A static file server for the built site: right types, any folder, no fallback, no caching.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

/** The folder of the built site. */
export const dist = resolve(process.env.KAMSHEET_DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url)));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves a folder on a free port of this machine.
 *
 * @param {object} [options]
 * @param {string} [options.root] the folder; `site.root` may be changed while the server runs
 * @param {string} [options.base] the path under which it stands, with slashes at both ends
 * @param {boolean} [options.compress] answers with brotli, as a web host would
 */
export async function startServer({ root = dist, base = "/", compress = false } = {}) {
  const packed = new Map();
  const site = { root, base, origin: "", url: "", requests: [], close: () => {} };

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://site").pathname);
    site.requests.push(path);
    if (path === "/favicon.ico") {
      // Asked for by the browser on pages of its own making, not by the page.
      response.writeHead(204).end();
      return;
    }
    const inside = path.startsWith(base) ? path.slice(base.length) || "index.html" : null;
    const file = inside === null ? null : join(site.root, inside);
    const body = file?.startsWith(site.root) ? await readFile(file).catch(() => null) : null;
    if (body === null) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const headers = { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" };
    if (!compress) {
      response.writeHead(200, headers).end(body);
      return;
    }
    if (!packed.has(file)) packed.set(file, brotliCompressSync(body));
    response.writeHead(200, { ...headers, "content-encoding": "br" }).end(packed.get(file));
  });

  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  site.origin = `http://127.0.0.1:${server.address().port}`;
  site.url = site.origin + base;
  site.close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return site;
}
