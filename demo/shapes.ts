import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

const LEVELS = [1, 2, 3] as const;

/** Puts other outlines of NUTS regions in the place of those that ship: the newest of GISCO, or such as one may use commercially. */
export async function replaceShapes(
  from: string,
  target = join(import.meta.dirname, "shapes"),
): Promise<void> {
  const files = await readdir(from);
  const found = await Promise.all(
    LEVELS.map(async (level) => {
      const name = files.find((file) =>
        new RegExp(`(level|levl)_?${level}\\b.*\\.geojson(\\.gz)?$`, "i").test(file),
      );
      if (!name)
        throw new Error(
          `${from} holds no outlines of level ${level}: expected a file like nuts-level${level}.geojson.gz`,
        );
      return { level, text: checked(name, await readFile(join(from, name))) };
    }),
  );
  for (const { level, text } of found)
    await writeFile(join(target, `nuts-2021-60m-level${level}.geojson.gz`), gzipSync(text, { level: 9 }));
}

function checked(name: string, content: Buffer): string {
  const text = (name.endsWith(".gz") ? gunzipSync(content) : content).toString("utf8");
  const { features } = JSON.parse(text) as {
    features?: { properties?: { NUTS_ID?: string; NAME_LATN?: string } }[];
  };
  if (!features?.length || features.some(({ properties }) => !properties?.NUTS_ID || !properties.NAME_LATN))
    throw new Error(`${name}: every feature has to carry NUTS_ID and NAME_LATN.`);
  return text;
}

if (process.argv[1] === import.meta.filename) {
  const [from] = process.argv.slice(2);
  if (!from)
    throw new Error("node demo/shapes.ts DIR, where DIR holds GeoJSON of the NUTS levels 1, 2 and 3");
  await replaceShapes(from);
}
