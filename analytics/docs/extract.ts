import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** One name that the library shows the world, with what its docstring says. */
export type Entry = {
  name: string;
  kind: "function" | "class" | "constant" | "type";
  /** The folder of the source, which is the chapter of the reference. */
  chapter: string;
  file: string;
  /** From `export` to the opening of the body. */
  signature: string;
  text: string;
  examples: string[];
  /** What a class shows, each with its docstring. */
  members: { signature: string; text: string }[];
};

/** Everything public in a library's folder of sources, in the order of the index files. */
export function entries(src = join(import.meta.dirname, "../src")): Entry[] {
  return [...publicNames(join(src, "index.ts"))].map(([name, file]) => entryOf(src, name, file));
}

/** Public names and the files that declare them, by following the index files. */
function publicNames(file: string, only?: ReadonlyMap<string, string>): Map<string, string> {
  const text = readFileSync(file, "utf8");
  const found = new Map<string, string>();
  const take = (name: string, from: string) => {
    if (!only) found.set(name, from);
    else if (only.has(name)) found.set(only.get(name)!, from);
  };
  for (const [, names, path] of text.matchAll(/^export (?:type )?(\*|\{[^}]*\}) from "([^"]+)";/gm)) {
    const target = join(dirname(file), path!);
    if (names === "*") for (const [name, from] of publicNames(target)) take(name, from);
    else {
      const wanted = new Map(
        names!
          .slice(1, -1)
          .split(",")
          .map((part) => part.trim().replace(/^type /, ""))
          .filter(Boolean)
          .map((part) => part.split(" as "))
          .map(([inside, outside]) => [inside!, outside ?? inside!]),
      );
      for (const [name, from] of publicNames(target, wanted)) take(name, from);
    }
  }
  for (const [, name] of text.matchAll(
    /^export (?:abstract )?(?:async )?(?:function\*?|class|const|type|interface) (\w+)/gm,
  ))
    take(name!, file);
  return found;
}

function entryOf(src: string, name: string, file: string): Entry {
  const text = readFileSync(file, "utf8");
  const declared = new RegExp(
    `(?:/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n)?^export (?:abstract )?(?:async )?(function\\*?|class|const|type|interface) ${name}\\b`,
    "m",
  );
  const match = declared.exec(text);
  if (!match) throw new Error(`${relative(src, file)} does not declare ${name}`);
  const start = match.index + match[0].lastIndexOf("export ");
  const [described, ...examples] = plain(match[1] ?? "").split(/^@example\n?/m);
  return {
    name,
    kind: KINDS[match[2]!.replace("*", "")]!,
    chapter: relative(src, file).split("/")[0]!,
    file: relative(join(src, ".."), file),
    signature: signatureAt(text, start),
    text: described!.trim(),
    members: match[2] === "class" ? membersAt(text, start) : [],
    examples: examples.map((example) => example.replace(/^```\w*\n|```$/gm, "").trim()),
  };
}

function membersAt(text: string, start: number): Entry["members"] {
  const body = text.slice(start, text.indexOf("\n}", start));
  const member =
    /^ {2}(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {2})?(?!private|#|constructor\b|override|declare)((?:static |get |readonly |async )*\*?\w+)[(:?<]/gm;
  return [...body.matchAll(member)].map((match) => {
    const at = start + match.index + match[0].lastIndexOf(match[2]!);
    return { text: plain(match[1] ?? ""), signature: signatureAt(text, at).replace(/\s+/g, " ") };
  });
}

const KINDS: Record<string, Entry["kind"]> = {
  function: "function",
  class: "class",
  const: "constant",
  type: "type",
  interface: "type",
};

const plain = (comment: string): string =>
  comment
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n")
    .trim();

/** The declaration without its body: up to the brace that opens one, or to the end of a type. */
function signatureAt(text: string, start: number): string {
  const isType = /^export (type|interface)/.test(text.slice(start));
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const sign = text[i]!;
    if (depth === 0) {
      // `): { a: number } {` has a brace in its type before the one of its body.
      if (sign === "{" && !isType && !/(:|\||=>|&)\s*$/.test(text.slice(start, i)))
        return text.slice(start, i).trim();
      if (sign === ";" || (!isType && sign === "=" && text[i + 1] === ">"))
        return text.slice(start, i).trim();
    }
    if ("({[".includes(sign)) depth++;
    if (")}]".includes(sign)) depth--;
    if (depth === 0 && sign === "}" && /^export interface/.test(text.slice(start, start + 20)))
      return text.slice(start, i + 1).trim();
  }
  return text.slice(start).trim();
}
