/** A name out of the head of a file as a word for addresses and programs. */
export const keyOf = (name: string, at: number) =>
  name
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40) || `column-${at + 1}`;
