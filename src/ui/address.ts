/** The query of an address as Hono gives it, with one or several values per name. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
export type QueryChange = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;

/** The query of a URL with every value of a repeated name: `kind=research&kind=enterprise` is two filters. */
export const queryOf = (search: URLSearchParams): Query =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));

/** These show the same list differently; whatever else changes makes the reader's place in it meaningless. */
const KEEPS_PLACE = new Set(["cursor", "view", "lang"]);

/**
 * The current address with some of its query changed; `null`, `undefined` and `""` remove a name. Names stand in alphabetical
 * order, so that one list has one address however it was reached. Another filter or order begins at the first page again.
 */
export function address(path: string, query: Query = {}, changes: QueryChange = {}): string {
  const merged: QueryChange = { ...query, ...changes };
  const keepsPlace = Object.keys(changes).every((name) => KEEPS_PLACE.has(name));
  const search = new URLSearchParams();
  for (const name of Object.keys(merged).sort()) {
    if (name === "cursor" && !keepsPlace && changes.cursor === undefined) continue;
    for (const value of [merged[name]].flat()) {
      if (value !== null && value !== undefined && value !== "") search.append(name, String(value));
    }
  }
  return search.size ? `${path}?${search}` : path;
}

/** Every value of one name in the query, in order. */
export const valuesIn = (query: Query, name: string): string[] =>
  [query[name]].flat().filter((value): value is string => value !== undefined && value !== "");

export const valueIn = (query: Query, name: string): string | undefined => valuesIn(query, name)[0];

/** A change that adds the value to a name that has several, or takes it away. */
export function toggled(query: Query, name: string, value: string): QueryChange {
  const now = valuesIn(query, name);
  return { [name]: now.includes(value) ? now.filter((other) => other !== value) : [...now, value].sort() };
}

/** The pairs of the query that a GET form has to carry along because it does not ask for them itself. */
export const pairsWithout = (query: Query, names: readonly string[]): [string, string][] =>
  Object.keys(query)
    .filter((name) => name !== "cursor" && !names.includes(name))
    .sort()
    .flatMap((name) => valuesIn(query, name).map((value): [string, string] => [name, value]));
