import { ByteReader, ByteWriter, corrupt } from "../core/bytes.ts";
import { MatchingError } from "../core/errors.ts";
import { Contents } from "./contents.ts";
import type { FeatureSpace } from "./feature-space.ts";
import type { Field } from "./fields.ts";
import { LANGUAGES, type Language } from "./language.ts";

const MAGIC = "KMTX";
const VERSION = 1;
/** More stems than a table can number. */
const MOST_STEMS = 2 ** 26;

export type Settings = { fields: readonly Field[]; language: Language; bigrams: boolean };

/**
 * The index as bytes: settings, the stems, writings, bigrams and words taken apart that are in use, then each document with its features. What is used
 * most has the smallest numbers, and equals stand in the order of their names: the same documents give the same bytes, whatever happened
 * to the index before.
 */
export function write(settings: Settings, contents: Contents): Uint8Array<ArrayBuffer> {
  const { lexicon, pairs, spaces, slots } = contents;
  const { words, bigrams, wholes } = spaces;
  const out = new ByteWriter();
  for (const byte of encode(MAGIC)) out.number(byte);
  out.number(VERSION);
  writeSettings(out, settings);

  const stems = ranked(uses(words, words.features, lexicon.stems.size), (n) => lexicon.stems.word(n));
  const writings = ranked(uses(words, words.labels, lexicon.writings.size), (n) => lexicon.writings.word(n));
  const pairKey = (n: number) => {
    const [a, b] = pairs!.pair(n);
    return stems.numbers[a]! * MOST_STEMS + stems.numbers[b]!;
  };
  const twos = ranked(uses(bigrams, bigrams.features, pairs?.size ?? 0), pairKey);
  const apart = ranked(uses(wholes, wholes.features, lexicon.size), (n) => lexicon.word(n));

  writeAll(out, stems, (n) => out.text(lexicon.stems.word(n)));
  writeAll(out, writings, (n) => out.text(lexicon.writings.word(n)));
  writeAll(out, twos, (n) => {
    for (const stem of pairs!.pair(n)) out.number(stems.numbers[stem]!);
  });
  writeAll(out, apart, (n) => out.text(lexicon.word(n)));

  out.number(slots.size);
  for (const id of [...slots.keys()].sort()) {
    const slot = slots.get(id)!;
    out.text(id);
    writeList(out, words, slot, stems.numbers, writings.numbers);
    writeList(out, bigrams, slot, twos.numbers);
    writeList(out, wholes, slot, apart.numbers);
  }
  return out.sealed();
}

/** What {@link write} wrote. */
export function read(bytes: Uint8Array): { settings: Settings; contents: Contents } {
  if (decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new MatchingError("format", "These bytes are no text index.");
  const version = bytes[MAGIC.length];
  if (version !== VERSION)
    throw new MatchingError(
      "version",
      `This is version ${version} of a text index; version ${VERSION} can be read. Make it anew.`,
    );
  const from = new ByteReader(bytes, MAGIC.length + 1);
  const settings = readSettings(from);
  const contents = new Contents(settings.bigrams);
  const { lexicon, pairs, spaces } = contents;

  readAll(from, () => lexicon.stems.takeWord(from.text()));
  readAll(from, () => lexicon.takeWriting(from.text()));
  readAll(from, () => {
    const first = from.below(lexicon.stems.size);
    if (!pairs) throw corrupt();
    return pairs.take(first, from.below(lexicon.stems.size));
  });
  const apart = Array.from({ length: from.number() }, () => lexicon.takeWord(from.text()));
  spaces.words.reach(lexicon.stems.size);
  spaces.bigrams.reach(pairs?.size ?? 0);
  spaces.wholes.reach(lexicon.size);

  const documents = from.number();
  for (let n = 0; n < documents; n++) {
    const id = from.text();
    if (contents.slots.has(id)) throw corrupt();
    contents.place(id, () => {
      readList(from, spaces.words, { label: () => from.below(lexicon.writings.size) });
      readList(from, spaces.bigrams);
      readList(from, spaces.wholes, { feature: () => apart[from.below(apart.length)]! });
    });
  }
  if (!from.isAtEnd) throw corrupt();
  return { settings, contents };
}

function writeSettings(out: ByteWriter, { fields, language, bigrams }: Settings) {
  out.text(language);
  out.number(Number(bigrams));
  out.number(fields.length);
  for (const { name, quarters, ngrams } of fields) {
    out.text(name);
    out.number(quarters);
    out.number(Number(ngrams));
  }
}

function readSettings(from: ByteReader): Settings {
  const language = from.text() as Language;
  if (!LANGUAGES.includes(language)) throw corrupt();
  const bigrams = from.below(2) === 1;
  const fields = Array.from({ length: from.below(1000) }, () => ({
    name: from.text(),
    quarters: from.number(),
    ngrams: from.below(2) === 1,
  }));
  return { fields, language, bigrams };
}

/** How often each number is used in the lists of the documents that are there. */
function uses({ starts, counts }: FeatureSpace, list: Uint32Array, size: number): Uint32Array {
  const found = new Uint32Array(size);
  for (let slot = 0; slot < counts.length; slot++) {
    const end = starts[slot]! + counts[slot]!;
    for (let at = starts[slot]!; at < end; at++) found[list[at]!]!++;
  }
  return found;
}

/** What is in use, most used first, and the new number of each. */
type Ranked = { order: number[]; numbers: Uint32Array };

function ranked(found: Uint32Array, keyOf: (n: number) => string | number): Ranked {
  const order = Array.from(found.keys()).filter((n) => found[n]! > 0);
  const keys = new Map(order.map((n) => [n, keyOf(n)]));
  order.sort((a, b) => found[b]! - found[a]! || (keys.get(a)! < keys.get(b)! ? -1 : 1));
  const numbers = new Uint32Array(found.length);
  for (const [number, n] of order.entries()) numbers[n] = number;
  return { order, numbers };
}

function writeAll(out: ByteWriter, { order }: Ranked, each: (n: number) => void) {
  out.number(order.length);
  for (const n of order) each(n);
}

/** Each thing gets the next number; one that has a number already is there twice. */
function readAll(from: ByteReader, take: () => number) {
  const many = from.number();
  for (let n = 0; n < many; n++) if (take() !== n) throw corrupt();
}

function writeList(
  out: ByteWriter,
  space: FeatureSpace,
  slot: number,
  numbers: Uint32Array,
  labels?: Uint32Array,
) {
  const start = space.starts[slot]!;
  const count = space.counts[slot]!;
  out.number(space.lengths[slot]!);
  out.number(count);
  for (let at = start; at < start + count; at++) {
    out.number(numbers[space.features[at]!]!);
    out.number(space.amounts[at]!);
    if (labels) out.number(labels[space.labels[at]!]!);
  }
}

function readList(
  from: ByteReader,
  space: FeatureSpace,
  { feature = () => from.below(space.size), label = (): number => 0 } = {},
) {
  const length = from.number();
  const count = from.number();
  for (let k = 0; k < count; k++) {
    const number = feature();
    const quarters = from.below(2 ** 16);
    space.append(number, quarters, label());
  }
  space.setLength(length);
}

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
