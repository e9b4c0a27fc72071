/** The first division of each section of NACE Rev. 2, which divisions are numbered through. */
const FIRST: readonly [division: number, section: string][] = [
  [1, "A"],
  [5, "B"],
  [10, "C"],
  [35, "D"],
  [36, "E"],
  [41, "F"],
  [45, "G"],
  [49, "H"],
  [55, "I"],
  [58, "J"],
  [64, "K"],
  [68, "L"],
  [69, "M"],
  [77, "N"],
  [84, "O"],
  [85, "P"],
  [86, "Q"],
  [90, "R"],
  [94, "S"],
  [97, "T"],
  [99, "U"],
];

/** The section of the first industry named, `null` where none is. */
export function sectionOf(industries: readonly string[]): string | null {
  const division = Number(/^[A-U]?(\d{2})/.exec(industries[0] ?? "")?.[1]);
  return FIRST.findLast(([first]) => first <= division)?.[1] ?? null;
}
