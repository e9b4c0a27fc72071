/** What a caller without types gave instead of what was asked for, in a few words for a message. */
export function described(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return "A list";
  if (typeof value === "object" && value !== null) return "An object";
  if (typeof value === "function") return "A function";
  return String(value);
}
