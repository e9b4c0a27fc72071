/** A stretch of a list. `next` opens the following one; `null` where the list ends. */
export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
}

export const encodeCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

/** The values of a cursor, or `null` where it was not made here. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(values) || values.length !== length) return null;
    return values.every((v) => v === null || typeof v === "string" || typeof v === "number") ? values : null;
  } catch {
    return null;
  }
}
