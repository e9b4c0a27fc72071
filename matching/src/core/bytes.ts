import { MatchingError } from "./errors.ts";
import { room } from "./growing.ts";

/** How many bytes a checksum takes. */
const SEAL = 4;

/** Writes numbers and texts one after another; small numbers take one byte. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private size = 0;
  private readonly encoder = new TextEncoder();

  /** A whole number from 0 up to 2⁵³: seven bits a byte, the lowest first. */
  number(value: number): void {
    this.bytes = room(this.bytes, this.size + 8);
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) this.bytes[this.size++] = (rest % 128) | 0x80;
    this.bytes[this.size++] = rest;
  }

  text(value: string): void {
    const encoded = this.encoder.encode(value);
    this.number(encoded.length);
    this.raw(encoded);
  }

  raw(bytes: Uint8Array): void {
    this.bytes = room(this.bytes, this.size + bytes.length);
    this.bytes.set(bytes, this.size);
    this.size += bytes.length;
  }

  /** All of it with a checksum at the end. */
  sealed(): Uint8Array<ArrayBuffer> {
    const sealed = new Uint8Array(this.size + SEAL);
    sealed.set(this.bytes.subarray(0, this.size));
    new DataView(sealed.buffer).setUint32(this.size, checksum(sealed.subarray(0, this.size)));
    return sealed;
  }
}

/** Reads what a {@link ByteWriter} sealed; throws `format` where the bytes are not as they were written. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at: number;
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });

  constructor(bytes: Uint8Array, at: number) {
    const end = bytes.length - SEAL;
    if (end < at) throw corrupt();
    this.bytes = bytes.subarray(0, end);
    this.at = at;
    const seal = new DataView(bytes.buffer, bytes.byteOffset + end, SEAL).getUint32(0);
    if (seal !== checksum(this.bytes)) throw corrupt();
  }

  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined || factor > 2 ** 49) throw corrupt();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** A number below a limit: a place in a list that has been read. */
  below(limit: number): number {
    const value = this.number();
    if (value >= limit) throw corrupt();
    return value;
  }

  text(): string {
    const length = this.number();
    const end = this.at + length;
    if (end > this.bytes.length) throw corrupt();
    const encoded = this.bytes.subarray(this.at, end);
    this.at = end;
    try {
      return this.decoder.decode(encoded);
    } catch {
      throw corrupt();
    }
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }
}

export const corrupt = () =>
  new MatchingError("format", "The bytes are damaged or cut off; make the index anew.");

/** FNV-1a over bytes: finds what a disk or a network did to them, not what somebody meant to do. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash >>> 0;
}
