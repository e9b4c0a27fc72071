import { createHash } from "node:crypto";
import sharp from "sharp";
import type { InventedProfile } from "./invented-profiles.ts";

type Mark = NonNullable<InventedProfile["logo"]>["mark"];

/** Shapes alone: letters would need fonts, and not every machine has some. */
const MARKS: Record<Mark, string> = {
  waves:
    '<path d="M32 108q32-40 64 0t64 0 64 0M32 152q32-40 64 0t64 0 64 0" fill="none" stroke="#fff" stroke-width="18" stroke-linecap="round"/>',
  wing: '<path d="M36 176 L220 64 L168 192 L128 148 Z" fill="#fff"/>',
  ring: '<circle cx="128" cy="128" r="62" fill="none" stroke="#fff" stroke-width="30" stroke-dasharray="300 90"/>',
  steps: '<path d="M48 176h44v-44h44V88h44V48h28v160H48z" fill="#fff"/>',
};

/** A picture of an organisation that does not exist, as an upload would be kept. */
export async function drawMark({ hue, mark }: NonNullable<InventedProfile["logo"]>) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" rx="40" fill="hsl(${hue},55%,38%)"/>${MARKS[mark]}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).webp({ quality: 90, effort: 2 }).toBuffer();
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 16);
  return { type: "image/webp", bytes, width: 256, height: 256, hash };
}
