import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { MAX_UNPACKED, Unreadable } from "./sheet.ts";

const MAX_ENTRIES = 5_000;
/** Nothing that a person typed packs this well. */
const MAX_RATIO = 300;
const RATIO_FROM = 4 * 1_048_576;

/**
 * Looks into a workbook before its reader unpacks it: by what it says of itself and then, because that may be a lie, by unpacking
 * every part into nowhere and counting. Stops at the first byte too many.
 */
export async function inspectWorkbook(bytes: Uint8Array): Promise<void> {
  const zip = await opened(bytes);
  if (zip.entryCount > MAX_ENTRIES) throw new Unreadable("zip-bomb", { megabytes: MAX_UNPACKED / 1_048_576 });
  let total = 0;
  let workbook = false;
  for await (const entry of entriesOf(zip)) {
    if (entry.isEncrypted()) throw new Unreadable("encrypted");
    if (/vbaProject\.bin$/i.test(entry.fileName)) throw new Unreadable("macros");
    if (entry.fileName === "xl/workbook.xml") workbook = true;
    if (total + entry.uncompressedSize > MAX_UNPACKED) throw bomb();
    for await (const chunk of await streamOf(zip, entry)) {
      total += (chunk as Buffer).length;
      if (total > MAX_UNPACKED) throw bomb();
    }
    if (entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * MAX_RATIO)
      throw bomb();
  }
  if (!workbook) throw new Unreadable("other-format", { format: "ZIP" });
}

const bomb = () => new Unreadable("zip-bomb", { megabytes: MAX_UNPACKED / 1_048_576 });

const opened = (bytes: Uint8Array) =>
  new Promise<ZipFile>((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new Unreadable("broken-workbook"));
      else resolve(zip);
    });
  });

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const done = (result: () => void) => () => {
        zip.removeAllListeners("entry");
        zip.removeAllListeners("end");
        zip.removeAllListeners("error");
        result();
      };
      zip.once("entry", (found: Entry) => done(() => resolve(found))());
      zip.once("end", () => done(() => resolve(null))());
      zip.once("error", () => done(() => reject(new Unreadable("broken-workbook")))());
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

async function streamOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> {
  const stream = await new Promise<AsyncIterable<unknown>>((resolve, reject) => {
    zip.openReadStream(entry, (error, opening) => {
      if (error) reject(new Unreadable("broken-workbook"));
      else resolve(opening);
    });
  });
  return soundly(stream);
}

/** A part that is longer or shorter than it says, or does not unpack, makes a broken workbook. */
async function* soundly(stream: AsyncIterable<unknown>) {
  try {
    yield* stream;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw /too many bytes/i.test((error as Error).message) ? bomb() : new Unreadable("broken-workbook");
  }
}
