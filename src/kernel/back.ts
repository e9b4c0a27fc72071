/** A way back inside this house, never to another host; the fallback where there is none. */
export function backInside(back: unknown, fallback: string): string {
  if (typeof back !== "string" || back.length > 2000) return fallback;
  if (!back.startsWith("/") || back.startsWith("//") || back.includes("\\")) return fallback;
  return /[\u0000-\u001f\u007f]/.test(back) ? fallback : back;
}
