import type { Explanation, Hit, ScoreOptions, SearchOptions, TextInput } from "../text/index.ts";

/**
 * What a document says about the organisations that stand behind it: a project they did together, an offer, a part of
 * a profile, an answer to an earlier need, or a need of their own.
 */
export type DocumentKind = "project" | "offer" | "profile" | "answer" | "need";

/** What is known of a document besides its text, which is in the text index under the same id. */
export type CorpusDocument = {
  id: string;
  kind: DocumentKind;
  /** Who stands behind it. Those who appear together have worked together if it is a project. */
  organisations: readonly string[];
  /** The day it is from (ISO, `2026-03-01`). Without one it is neither fresh nor old. */
  date?: string;
  /** How much it counts beside others of its kind; 1 unless told. */
  weight?: number;
};

/** Fewer than 10, 50, 250 people, or more (EU definition). */
export type SizeClass = "micro" | "small" | "medium" | "large";

export type GeoPoint = { latitude: number; longitude: number };

/** What is known of an organisation. Everything but the id may be missing; what is missing gives no signal. */
export type Organisation = {
  id: string;
  place?: GeoPoint;
  /** Any code whose equality means "same region". */
  region?: string;
  country?: string;
  /**
   * Names of where it is, whose mention in an ask points to it: `["Hamburg", "Germany", "German"]`. One or two words
   * each; case and accents do not matter.
   */
  placeNames?: readonly string[];
  /** Any word of the caller's, such as `company`, `research`, `authority`. */
  kind?: string;
  size?: SizeClass;
  /** 0 (taken up) to 1 (free to talk). */
  availability?: number;
  /** The day it joined (ISO). Makes it a newcomer in `exposure`. */
  memberSince?: string;
  languages?: readonly string[];
  /** What it can do, in any words or codes of the caller's that are compared for equality. */
  competences?: readonly string[];
};

/** A relation between two organisations that is no document: a contract, an introduction that was met, a supply. */
export type Link = {
  id: string;
  organisations: readonly [string, string];
  /** 0..1; 1 unless told. */
  strength?: number;
};

/** Where documents are found by their words: a `TextIndex`, or anything that answers alike. */
export interface TextSource {
  search(query: TextInput, options?: SearchOptions): Hit[];
  explain(query: TextInput, id: string, options?: ScoreOptions): Explanation;
}

/** What somebody thought of an organisation that was proposed before. */
export type Feedback = {
  organisation: string;
  /** -1 (of no use) to 1 (led to something). */
  value: number;
  /** The document of the need it was said about. It counts as much as that need resembles the ask; fully without one. */
  document?: string;
};

/** What is looked for, by whom, and what is out of the question. */
export type Ask = {
  text: TextInput;
  /** Who asks. Null or missing is anonymous: neither the network nor the place of the asker plays a part. */
  asker?: string | null;
  /** The day of asking (ISO): this library has no clock. */
  today: string;
  /** Only these kinds of organisation. */
  kinds?: readonly string[];
  /** Only these countries. */
  countries?: readonly string[];
  /** Only within so many kilometres of a point; without `km` nearer is better and nobody is left out. */
  near?: GeoPoint & { km?: number };
  /** Never these: behind a wall, a rival, dismissed already. */
  exclude?: Iterable<string>;
  /** Preferred sizes; others are not left out. */
  sizes?: readonly SizeClass[];
  /** The nearer it is, the more availability counts. */
  deadline?: string;
  /** Languages one can talk in. Sharing one is better; nobody is left out. */
  languages?: readonly string[];
  /** Competences looked for, compared for equality. */
  competences?: readonly string[];
  feedback?: readonly Feedback[];
};

/**
 * What the asker may see. What is invisible leaves no trace: it is taken out before anything is counted, in the score
 * and in the reasons. A document that is invisible also takes the joint work with it that it is the record of.
 */
export type Visible = {
  document?: (id: string) => boolean;
  link?: (id: string) => boolean;
  organisation?: (id: string) => boolean;
};

/** One step of a path in the network: over which document or link. */
export type Step = { id: string; kind: "document" | "link" };

/**
 * Why an organisation is where it is, as data. `share` is the part of the score this reason makes up; over all reasons
 * of one result the shares add up to 1.
 *
 * - `text`: its documents resemble the ask: through which words, which documents.
 * - `circle`: it works with organisations whose documents resemble the ask.
 * - `network`: a path from the asker, over joint documents or links.
 * - `experience`: how many documents it has in all.
 * - `freshness`: how many days ago its last document that counts here is from.
 * - `place`: how far away (null if one of the places is unknown), same region, same country;
 *   `named`: the word in the ask that names where it is.
 * - `size`, `availability`, `language`: what was preferred and is so.
 * - `complementarity`: competences looked for that it has, and whether the asker lacks them.
 * - `feedback`: what was said of it in similar cases: `good` raised the score; `poor` (0..1) lowered it by that part.
 */
export type Reason =
  | {
      signal: "text";
      share: number;
      terms: { word: string; share: number }[];
      documents: { id: string; share: number }[];
    }
  | { signal: "circle"; share: number; organisations: { id: string; share: number }[] }
  | { signal: "network"; share: number; path: string[]; via: Step[]; strength: number }
  | { signal: "experience"; share: number; documents: number }
  | { signal: "freshness"; share: number; days: number }
  | {
      signal: "place";
      share: number;
      km: number | null;
      sameRegion: boolean;
      sameCountry: boolean;
      named?: string;
    }
  | { signal: "size"; share: number; size: SizeClass }
  | { signal: "availability"; share: number; availability: number }
  | { signal: "language"; share: number; languages: string[] }
  | { signal: "complementarity"; share: number; competences: string[]; missingToAsker: string[] }
  | { signal: "feedback"; share: number; good: number; poor: number };

export type SignalName = Reason["signal"];

/** An organisation with its score, 0..1 ("fit"), and the reasons by share, largest first. */
export type Ranked = { organisation: string; score: number; reasons: Reason[] };

/** A document (an offer, a need) with its organisations, score and reasons. */
export type RankedDocument = { document: string; organisations: string[]; score: number; reasons: Reason[] };
