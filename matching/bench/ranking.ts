import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  type Corpus,
  type CorpusDocument,
  createCorpus,
  type Organisation,
  rankOffers,
  rankOrganisations,
  TextIndex,
} from "../src/index.ts";
import { type Taken, time, timeEach } from "./measure.ts";
import { NaiveIndex } from "./naive.ts";

type Project = { id: string; title: string; objective: string; keywords: string };

const DOCUMENTS = 20_000;
const MEMBERS = 7;
const TODAY = "2024-01-01";

/** How long ranking takes among many organisations, beside scores kept in maps over profiles, and what it takes in memory. */
export function benchRanking(data: string): void {
  const file = [join(data, "cordis-he/projects.ndjson.gz"), join(data, "matching-dev/docs.ndjson.gz")].find(
    existsSync,
  );
  if (!file) {
    console.log(`Ranking: there are no projects in ${data}; name the folder of the data with --data.`);
    return;
  }
  const projects = read(file);
  const queries = read(join(data, "matching-dev/queries.ndjson.gz"));
  const index = new TextIndex({ fields: { title: { weight: 3 }, keywords: { weight: 2 }, body: {} } });
  for (let at = 0; at < DOCUMENTS; at++) {
    const { title, keywords, objective } = projects[at % projects.length]!;
    index.add({ id: `d${at}`, language: "en", fields: { title, keywords, body: objective } });
  }
  const needs = queries.slice(0, 200).map(({ title, objective }) => `${title}. ${sentences(objective, 2)}`);
  const long = queries.slice(0, 200).map(({ title, objective }) => `${title}. ${objective}`);

  for (const organisations of [30_000, 100_000]) {
    const { result: corpus, ...made } = time(1, () => madeUp(index, organisations));
    console.log(
      `\nRanking: ${organisations.toLocaleString("en")} organisations, ${DOCUMENTS.toLocaleString("en")} documents`,
    );
    say("corpus made", made);
    const ask = (text: string) => ({ text, today: TODAY });
    const asked = (text: string, at: number) => ({ text, today: TODAY, asker: `o${(at * 37) % 500}` });
    const without = timed(needs, (text) => rankOrganisations(corpus, ask(text), { explain: false }));
    say("need of three sentences, anonymous", without);
    say(
      "the same with reasons",
      timed(needs, (text) => rankOrganisations(corpus, ask(text))),
    );
    say(
      "with the asker's network, with reasons",
      timed(needs, (text, at) => rankOrganisations(corpus, asked(text, at))),
    );
    say(
      "text of a whole page, anonymous",
      timed(long, (text) => rankOrganisations(corpus, ask(text), { explain: false })),
    );
    say(
      "the same need against offers, with reasons",
      timed(needs, (text) => rankOffers(corpus, ask(text))),
    );
    const plain = naive(corpus, projects);
    const naively = timed(needs.slice(0, 20), plain);
    say("naive: BM25 in maps, sums in maps", naively);
    console.log(
      `  ${(naively.milliseconds / without.milliseconds).toFixed(1)} times as fast as the naive way`,
    );
  }
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
  console.log(
    `\nRanking: ${mib(heapUsed)} of heap, ${mib(arrayBuffers)} of arrays; ${mib(rss)} of the process, texts and all`,
  );
}

/** Few organisations in many projects, many in few; every second document an offer of its first member. */
function madeUp(text: TextIndex, size: number): Corpus {
  const random = mulberry32(size);
  const organisations: Organisation[] = Array.from({ length: size }, (_, at) => ({
    id: `o${at}`,
    kind: ["company", "research", "university", "authority"][at % 4]!,
    country: `C${Math.floor(27 * random() ** 2)}`,
    place: { latitude: 45 + 10 * random(), longitude: 5 + 15 * random() },
  }));
  const documents: CorpusDocument[] = Array.from({ length: DOCUMENTS }, (_, at) => {
    const members = Array.from({ length: MEMBERS }, () => `o${Math.floor(size * random() ** 3)}`);
    const kind = at % 10 === 0 ? "offer" : "project";
    return {
      id: `d${at}`,
      kind,
      date: "2023-01-01",
      organisations: kind === "offer" ? members.slice(0, 1) : members,
    };
  });
  return createCorpus({ text, organisations, documents });
}

function naive(corpus: Corpus, projects: readonly Project[]): (text: string) => unknown {
  const index = new NaiveIndex();
  for (const [at, { id }] of corpus.documents.entries()) {
    const { title, keywords, objective } = projects[at % projects.length]!;
    index.add(id, `${title} ${keywords} ${objective}`);
  }
  return (text) => {
    const scores = new Map<string, number>();
    for (const { id, score } of index.search(text, DOCUMENTS)) {
      for (const organisation of corpus.documents[corpus.documentAt.get(id)!]!.organisations) {
        scores.set(organisation, (scores.get(organisation) ?? 0) + score);
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1]).slice(0, 20);
  };
}

/** The second time: the first warms up. */
function timed(texts: readonly string[], work: (text: string, at: number) => unknown): Taken {
  const inputs = texts.map((text, at) => ({ text, at }));
  timeEach(inputs, ({ text, at }) => work(text, at));
  return timeEach(inputs, ({ text, at }) => work(text, at));
}

function say(what: string, { milliseconds, processor }: Taken) {
  console.log(
    `  ${what.padEnd(46)}${milliseconds.toFixed(1).padStart(8)} ms  (${processor.toFixed(1)} ms of processor)`,
  );
}

const sentences = (text: string, count: number) =>
  text
    .split(/(?<=\.)\s/)
    .slice(0, count)
    .join(" ");

const read = (file: string): Project[] =>
  gunzipSync(readFileSync(file))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Project);

function mulberry32(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
