import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";

export const MOST_BYTES = 5_000_000;
/** A file of a few bytes can unfold into gigabytes of pixels; none is unfolded beyond this. */
const MOST_PIXELS = 40_000_000;
const SIDE = 512;

/** By their first bytes, not by their names. SVG is not among them: it is a program. */
const KINDS = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"];

export interface Picture {
  type: "image/webp";
  bytes: Buffer;
  width: number;
  height: number;
  hash: string;
}

export type PictureProblem = "not-a-picture" | "too-many-pixels" | "broken";

/**
 * A picture drawn anew: its first frame, at most 512 pixels wide and high, turned as its camera was held, and without anything else
 * that came with the file.
 */
export async function drawLogo(file: Uint8Array): Promise<Result<Picture, PictureProblem>> {
  const kind = await fileTypeFromBuffer(file).catch(() => undefined);
  if (!kind || !KINDS.includes(kind.mime)) return refuse("not-a-picture");
  try {
    const { data, info } = await sharp(file, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .rotate()
      .resize(SIDE, SIDE, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 90 })
      .toBuffer({ resolveWithObject: true });
    const hash = createHash("sha256").update(data).digest("base64url").slice(0, 16);
    return ok({ type: "image/webp", bytes: data, width: info.width, height: info.height, hash });
  } catch (error) {
    return refuse(/pixel limit/i.test((error as Error).message) ? "too-many-pixels" : "broken");
  }
}
