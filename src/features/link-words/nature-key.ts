/** Where the words for a nature stand, seen from one end; nowhere for one that an import brought and nobody named. */
export function natureKey<T extends object>(
  nature: string,
  side: "forth" | "back",
  words: T,
): (keyof T & string) | undefined {
  const keys = side === "back" ? [`back.${nature}`, `nature.${nature}`] : [`nature.${nature}`];
  return keys.find((key): key is keyof T & string => key in words);
}
