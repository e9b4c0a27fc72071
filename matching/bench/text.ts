import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type TextDocument, TextIndex, type TextIndexOptions } from "../src/text/index.ts";
import { type Taken, time, timeEach } from "./measure.ts";
import { NaiveIndex } from "./naive.ts";

type Project = { id: string; title: string; objective: string; keywords: string | null };

const PLAIN: TextIndexOptions = { fields: { title: { weight: 3 }, keywords: { weight: 2 }, body: {} } };
const TIMES = 5;

/** How fast documents are read and found, and what the index takes in memory and on disk. */
export function benchText(data: string): void {
  const file = join(data, "matching-dev/docs.ndjson.gz");
  if (!existsSync(file)) {
    console.log(`Text: there is no ${file}; name the folder of the data with --data.`);
    return;
  }
  measure(
    "projects of matching-dev",
    documents(file),
    documents(join(data, "matching-dev/queries.ndjson.gz")),
  );
  const all = join(data, "cordis-he/projects.ndjson.gz");
  if (existsSync(all))
    measure("all projects of Horizon Europe until 2024", documents(all), documents(all).slice(0, 500));
}

function measure(what: string, some: TextDocument[], questions: TextDocument[]) {
  const texts = some.map(({ fields: { title, keywords, body } }) => `${title} ${keywords} ${body}`);
  const average = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
  console.log(`\nText: ${some.length.toLocaleString("en")} ${what}, ${average} characters each`);

  const naive = time(2, () => {
    const index = new NaiveIndex();
    for (const [k, { id }] of some.entries()) index.add(id, texts[k]!);
    return index;
  });
  say("naive: a map of maps, no stems", naive, some.length);
  const plain = time(TIMES, () => built(some, PLAIN));
  say("words", plain, some.length, naive);
  const index = time(TIMES, () => built(some, {}));
  say("the default: words, ready for n-grams of title and keywords", index, some.length, naive);
  say(
    "the same with bigrams",
    time(2, () => built(some, { bigrams: true })),
    some.length,
    naive,
  );

  const { result } = index;
  const said = ({ milliseconds, processor }: Taken) =>
    `median ${milliseconds.toFixed(2)} ms on the clock, ${processor.toFixed(2)} ms of processor time`;
  console.log(`  first question: ${time(1, () => result.search("hydrogen")).processor.toFixed(0)} ms`);
  const change = timeEach(some.slice(0, 200), (document) => {
    result.put(document);
    result.search("hydrogen");
  });
  console.log(`  replacing a document and asking: ${said(change)}`);
  const asked = questions.map(({ fields }) => fields);
  const long = asked.map(({ title, keywords, body }) => `${title} ${keywords} ${body}`);
  const short = asked.map(({ title }) => title!);
  const compare = (name: string, ours: Taken, theirs: Taken) =>
    console.log(
      `  ${name}: ${said(ours)}; naive ${(theirs.processor / ours.processor).toFixed(0)} times that`,
    );
  compare(
    "question of a title",
    timeEach(short, (text) => result.search(text)),
    timeEach(short.slice(0, 100), (text) => naive.result.search(text)),
  );
  compare(
    "question of a whole project",
    timeEach(asked, (fields) => result.search(fields)),
    timeEach(long.slice(0, 50), (text) => naive.result.search(text)),
  );
  const words = result.bytes;
  const grams = { features: "ngrams", scoring: "cosine" } as const;
  console.log(
    `  first question by n-grams: ${time(1, () => result.search("hydrogen", grams)).processor.toFixed(0)} ms`,
  );
  console.log(
    `  question of a whole project by n-grams and cosine: ${said(timeEach(asked, (fields) => result.search(fields, grams)))}`,
  );

  const bytes = time(2, () => result.serialise());
  const parsed = time(2, () => TextIndex.parse(bytes.result));
  const perDocument = (size: number) =>
    `${(size / 1e6).toFixed(1)} MB (${Math.round(size / some.length)} bytes a document)`;
  console.log(`  in memory: ${perDocument(words)} in arrays, with n-grams ${perDocument(result.bytes)}`);
  console.log(
    `  as bytes: ${perDocument(bytes.result.length)}, written in ${bytes.processor.toFixed(0)} ms, read in ${parsed.processor.toFixed(0)} ms`,
  );
}

function built(some: readonly TextDocument[], options: TextIndexOptions): TextIndex {
  const index = new TextIndex(options);
  for (const document of some) index.add(document);
  return index;
}

function say(name: string, { milliseconds, processor }: Taken, documents: number, naive?: Taken) {
  const rate = Math.round((1000 * documents) / processor).toLocaleString("en");
  const ratio = naive ? `, ${(naive.processor / processor).toFixed(1)} times the naive way` : "";
  console.log(
    `  ${name}: ${rate} documents a second of processor time (${milliseconds.toFixed(0)} ms on the clock)${ratio}`,
  );
}

function documents(file: string): TextDocument[] {
  const lines = gunzipSync(readFileSync(file)).toString().trim().split("\n");
  return lines.map((line) => {
    const { id, title, keywords, objective } = JSON.parse(line) as Project;
    return { id, fields: { title, keywords: keywords ?? "", body: objective } };
  });
}
