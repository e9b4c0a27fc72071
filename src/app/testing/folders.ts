import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * The arrows between the folders of src/, as patterns of what each may import besides itself. A feature shows its
 * neighbours its `feature.ts` alone; access gathers the features' `policy.ts`, and these may build on one another.
 */
const ARROWS: readonly (readonly [from: RegExp, to: readonly RegExp[]])[] = [
  [/^kernel\//, []],
  [/^ui\//, [/^kernel\//]],
  [/^access\//, [/^kernel\//, /^features\/[^/]+\/policy\.ts$/]],
  [/^features\//, [/^(ui|access|kernel)\//, /^features\/[^/]+\/feature\.tsx?$/]],
  [/^features\/[^/]+\/policy\.ts$/, [/^features\/[^/]+\/policy\.ts$/]],
  [/^app\//, [/^(features|ui|access|kernel)\//]],
  [/^cli\//, [/^(app|features|access|kernel)\//]],
];

const isTest = (file: string) => /\.test\.tsx?$|\/testing\.ts$/.test(file) || file.startsWith("app/testing/");

export type Source = { file: string; text: string };
type Import = { from: string; to: string; typeOnly: boolean };

/** One line for each arrow that points the wrong way and each ring of files that need each other to load. */
export function strayArrows(sources: readonly Source[]): string[] {
  const imports = sources.flatMap(importsOf);
  const stray = imports.filter(({ from, to }) => !isTest(from) && !isAllowed(from, to));
  return [...stray.map(({ from, to }) => `src/${from} may not import src/${to}`), ...rings(imports)];
}

function isAllowed(from: string, to: string): boolean {
  if (isTest(to)) return false;
  if (home(from) === home(to)) return true;
  return ARROWS.some(([start, ends]) => start.test(from) && ends.some((end) => end.test(to)));
}

/** The folder within which everything may see everything: a feature, or one of the others as a whole. */
const home = (file: string) => file.split("/", file.startsWith("features/") ? 2 : 1).join("/");

// Imports are as Biome writes them, each beginning its line.
const STATIC = /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"(\.[^"]+)"/gm;
const DYNAMIC = /\bimport\("(\.[^"]+)"\)/g;

function importsOf({ file, text }: Source): Import[] {
  const at = (path: string) => join(dirname(file), path);
  return [
    ...[...text.matchAll(STATIC)].map(([, type, path]) => ({
      from: file,
      to: at(path!),
      typeOnly: Boolean(type),
    })),
    // A module loaded on demand is no part of a ring: by then the others are complete.
    ...[...text.matchAll(DYNAMIC)].map(([, path]) => ({ from: file, to: at(path!), typeOnly: true })),
  ].filter(({ to }) => !to.startsWith(".."));
}

/** Rings of imports that exist when the program runs, each named once; types alone are gone by then. */
function rings(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const path: string[] = [];
  const found: string[] = [];
  const visit = (file: string) => {
    const start = path.indexOf(file);
    if (start >= 0)
      found.push(`a ring: ${[...path.slice(start), file].map((name) => `src/${name}`).join(" → ")}`);
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const to of next.get(file) ?? []) visit(to);
    path.pop();
    done.add(file);
  };
  for (const file of next.keys()) visit(file);
  return found;
}

/** All sources of the project, named from src/. */
export function projectSources(): Source[] {
  const src = fileURLToPath(new URL("../../", import.meta.url));
  return globSync("**/*.{ts,tsx}", { cwd: src })
    .toSorted()
    .map((file) => ({ file: relative(".", file), text: readFileSync(join(src, file), "utf8") }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const lines = strayArrows(projectSources());
  for (const line of lines) console.log(line);
  process.exitCode = lines.length > 0 ? 1 : 0;
}
