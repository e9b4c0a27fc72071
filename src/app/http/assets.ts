import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { Hono } from "hono";
import { projectFile } from "../../kernel/project-file.ts";

const TYPES: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  map: "application/json",
  woff2: "font/woff2",
  svg: "image/svg+xml",
};

interface Kept {
  plain: Uint8Array<ArrayBuffer>;
  packed: Uint8Array<ArrayBuffer> | null;
  type: string;
}

/** Built files under names that carry their content's hash: they never change, so a browser asks once. */
export function assets(): Hono {
  const kept = new Map<string, Promise<Kept | null>>();
  const load = async (name: string): Promise<Kept | null> => {
    const type = TYPES[name.split(".").pop() ?? ""];
    if (!type || !/^[\w.-]+$/.test(name) || name.includes("..")) return null;
    const plain = await readFile(projectFile(`build/assets/${name}`)).catch(() => null);
    if (!plain) return null;
    const packed = type.startsWith("text/")
      ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : null;
    return { plain: new Uint8Array(plain), packed: packed ? new Uint8Array(packed) : null, type };
  };

  return new Hono().get("/:name", async (http) => {
    const name = http.req.param("name");
    let found = kept.get(name);
    if (!found) {
      found = load(name);
      if (await found) kept.set(name, found);
    }
    const asset = await found;
    if (!asset) return http.text("Not found\n", 404);
    const packed = asset.packed !== null && /\bbr\b/.test(http.req.header("accept-encoding") ?? "");
    return new Response(packed ? asset.packed : asset.plain, {
      headers: {
        "content-type": asset.type,
        "cache-control": "public, max-age=31536000, immutable",
        vary: "Accept-Encoding",
        ...(packed ? { "content-encoding": "br" } : {}),
      },
    });
  });
}
