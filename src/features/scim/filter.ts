import SCIMMY from "scimmy";

const { Filter } = SCIMMY.Types;
type Expressions = Record<string, unknown>;

/** Compared as they are; everything else without regard to capitals, as the standard says. */
const EXACT = ["id", "externalid"];
const KNOWN = ["id", "externalid", "username", "displayname", "name", "title", "active", "emails", "members"];

const refuse = (detail: string) => new SCIMMY.Types.Error(400, "invalidFilter", detail);

/**
 * Reads a filter. The library's own reader takes its time with backslashes and with many alternatives in brackets: such a filter is
 * nothing a directory sends, so it is not read at all.
 */
export function readFilter(text: string): Expressions[] {
  if (text.length > 500 || /[\\\n\r()]/.test(text) || (text.match(/\b(and|or)\b/gi)?.length ?? 0) > 4)
    throw refuse(
      'This filter is too long or too deep. Ask for one attribute, as in: userName eq "ada@example.org".',
    );
  let parsed: Expressions[];
  try {
    parsed = JSON.parse(JSON.stringify([...new Filter(text)]));
  } catch {
    throw refuse("This filter cannot be read.");
  }
  for (const name of parsed.flatMap((expressions) => Object.keys(expressions)))
    if (!KNOWN.includes(name.toLowerCase())) throw refuse(`There is no filter by ${name.slice(0, 60)}.`);
  return parsed;
}

/** What alone can match: then the others need not be loaded. */
export function soughtIn(
  filter: readonly Expressions[],
  attribute: "userName" | "externalId",
): string | undefined {
  const [only, ...others] = filter;
  if (!only || others.length > 0) return undefined;
  const entry = Object.entries(only).find(([name]) => name.toLowerCase() === attribute.toLowerCase())?.[1];
  return Array.isArray(entry) && String(entry[0]).toLowerCase() === "eq" && typeof entry[1] === "string"
    ? entry[1]
    : undefined;
}

/** Those of the resources that match: only ever among what the asker sees anyway. */
export function matching<S extends object>(filter: readonly Expressions[], sources: readonly S[]): S[] {
  const small = new Filter(filter.map((expressions) => lower(expressions) as Expressions));
  return sources.filter((source) => small.match([lower(source) as object]).length > 0);
}

function lower(value: unknown, name = ""): unknown {
  if (EXACT.includes(name.toLowerCase())) return value;
  if (typeof value === "string") return value.toLowerCase();
  if (Array.isArray(value)) return value.map((one) => lower(one, name));
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, lower(inner, key)]));
  return value;
}
