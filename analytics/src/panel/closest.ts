/**
 * The names that are most like another one: first those that hold it or begin as it does, then those a few letters away,
 * upper and lower case alike. O(names × length²).
 */
export function closest(names: readonly string[], wanted: string, most: number): string[] {
  const low = wanted.toLowerCase();
  const far = (name: string) => {
    const other = name.toLowerCase();
    const holds = low !== "" && (other.includes(low) || (other !== "" && low.includes(other)));
    return holds
      ? Math.abs(other.length - low.length) / (1 + other.length + low.length)
      : 1 + letters(low, other);
  };
  return names
    .map((name) => ({ name, far: far(name) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, most)
    .map(({ name }) => name);
}

/** How many letters have to be put in, left out or replaced to make one text of the other (Levenshtein). */
function letters(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, k) => k);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let k = 1; k <= other.length; k++) {
      const replaced = above[k - 1]! + (one[i - 1] === other[k - 1] ? 0 : 1);
      row.push(Math.min(replaced, above[k]! + 1, row[k - 1]! + 1));
    }
    above = row;
  }
  return above[other.length]!;
}
