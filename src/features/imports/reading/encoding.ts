import { type Encoding, Unreadable } from "./sheet.ts";

const CHUNK = 1 << 20;

/** By its mark; without one, by where its zero bytes lie; then UTF-8 where every byte fits it; otherwise what Excel writes in Europe. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  const wide = wideEncoding(bytes.subarray(0, 8192));
  if (wide) return wide;
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** Western text in two bytes has a zero in nearly every second one. */
function wideEncoding(start: Uint8Array): Encoding | null {
  const pairs = Math.floor(start.length / 2);
  if (pairs < 2) return null;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (start[i] === 0) zeros[i % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  if (odd > pairs * 0.4 && even < pairs * 0.1) return "utf-16le";
  if (even > pairs * 0.4 && odd < pairs * 0.1) return "utf-16be";
  if (even + odd > 0) throw new Unreadable("not-a-table");
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The text piece by piece; a mark at its beginning is not part of it. */
export function* decoded(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += CHUNK)
    yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
  const rest = decoder.decode();
  if (rest) yield rest;
}
