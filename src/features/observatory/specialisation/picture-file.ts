import { file, type Reply } from "../../../access/route.ts";
import { type Drawing, drawing } from "./drawing.ts";

/** A picture as SVG, or as PNG at twice its size for what cannot read SVG. */
export async function pictureFile(format: "svg" | "png", name: string, picture: Drawing): Promise<Reply> {
  const svg = drawing(picture);
  if (format === "svg") return file(`${name}.svg`, "image/svg+xml", svg);
  const { default: sharp } = await import("sharp");
  const png = await sharp(Buffer.from(svg), { density: 144 }).png().toBuffer();
  return file(`${name}.png`, "image/png", new Uint8Array(png));
}
