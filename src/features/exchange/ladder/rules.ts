import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { rankOf, type State } from "../words.ts";

/** The steps that are climbed reader by reader. */
export const CLIMBED = ["named", "agreed", "full"] as const;
export type Climbed = (typeof CLIMBED)[number];

export const RELEASE_STATES = [
  "asked",
  "offered",
  "granted",
  "refused",
  "revoked",
  "withdrawn",
  "expired",
] as const;
/**
 * How one step for one reader lives:
 *
 *     asked --the owner says yes--> granted            asked --the owner says no--> refused
 *     asked --the reader asks no longer--> withdrawn   asked --nobody answers for 14 days--> expired
 *     offered (terms to agree to) --the reader agrees--> granted
 *     granted, offered --the owner takes it back, and all above it--> revoked
 *     refused --the owner thinks better of it--> granted     revoked --likewise--> as it was before
 *
 * Whoever asks for what stands behind the terms agrees to them in asking. The owner may also grant unasked; then the step behind the
 * terms waits as offered. What is granted stays until it is taken back, the need is a draft again, or a wall goes up.
 */
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** So long an asker waits for an answer. */
export const ASK_DAYS = 14;
/** After a no the same is not asked again for so long. */
export const AGAIN_DAYS = 30;
/** More than this nobody reads with care: asks of one organisation within a week. */
export const ASKS_A_WEEK = 20;
const DAY = 86_400_000;

export const endOfAsk = (now: Date) => new Date(now.getTime() + ASK_DAYS * DAY);
export const weekBefore = (now: Date) => new Date(now.getTime() - 7 * DAY);

/** The step above what is read so far; `null` at the top. Without terms there is nothing to agree to. */
export function nextStep(reads: number, terms: boolean): Climbed | null {
  if (reads < rankOf("named")) return "named";
  if (reads < rankOf("agreed") && terms) return "agreed";
  return reads < rankOf("full") ? "full" : null;
}

export interface Standing {
  step: Climbed;
  state: ReleaseState;
  answeredAt: Date | null;
}

export type AskProblem =
  | "own"
  | "over"
  | "at-the-top"
  | "asked-already"
  | "offered-already"
  | "refused-lately"
  | "too-many"
  | "agree-first"
  | "terms-changed";

export interface Asking {
  own: boolean;
  state: State | "told";
  reads: number;
  /** The terms as they stand; `""` for none or where they are not read yet. */
  secrecy: string;
  /** The reader's own releases of this need, whatever became of them. */
  releases: readonly Standing[];
  asksThisWeek: number;
  now: Date;
}

/** Which step the reader may ask for now. */
export function ask(asking: Asking): Result<Climbed, AskProblem> {
  if (asking.own) return refuse("own");
  if (asking.state !== "told" && asking.state !== "open" && asking.state !== "in-talks")
    return refuse("over");
  const step = nextStep(asking.reads, asking.secrecy !== "");
  if (step === null) return refuse("at-the-top");
  const same = asking.releases.filter((release) => release.step === step);
  if (same.some(({ state }) => state === "asked")) return refuse("asked-already");
  if (same.some(({ state }) => state === "offered")) return refuse("offered-already");
  const since = asking.now.getTime() - AGAIN_DAYS * DAY;
  if (same.some(({ state, answeredAt }) => state === "refused" && answeredAt && answeredAt.getTime() > since))
    return refuse("refused-lately");
  if (asking.asksThisWeek >= ASKS_A_WEEK) return refuse("too-many");
  return ok(step);
}

export type GrantProblem =
  | "own"
  | "walled"
  | "draft"
  | "nothing-to-agree"
  | "agree-first"
  | "granted-already"
  | "offered-already";

export interface Granting {
  own: boolean;
  walled: boolean;
  state: State;
  step: Climbed;
  terms: boolean;
  /** Whether the reader has agreed to the terms already, by asking. */
  agreed: boolean;
  releases: readonly Pick<Standing, "step" | "state">[];
}

/**
 * What a yes of the owner makes of a step: granted, or offered where the reader has to agree to the terms first. Files stay closed until
 * the terms are agreed to, where there are any.
 */
export function grant({
  own,
  walled,
  state,
  step,
  terms,
  agreed,
  releases,
}: Granting): Result<"granted" | "offered", GrantProblem> {
  if (own) return refuse("own");
  if (walled) return refuse("walled");
  if (state === "draft") return refuse("draft");
  const has = (wanted: Climbed, as: ReleaseState) =>
    releases.some((release) => release.step === wanted && release.state === as);
  if (has(step, "granted")) return refuse("granted-already");
  if (step === "agreed") {
    if (agreed) return ok("granted");
    if (!terms) return refuse("nothing-to-agree");
    return has("agreed", "offered") ? refuse("offered-already") : ok("offered");
  }
  if (step === "full" && terms && !has("agreed", "granted")) return refuse("agree-first");
  return ok("granted");
}

export const OWNER_ACTS = ["grant", "refuse", "revoke", "restore"] as const;
export type OwnerAct = (typeof OWNER_ACTS)[number];

export interface Answerable {
  step: Climbed;
  state: ReleaseState;
  agreedAt: Date | null;
}

/** What the owner can do with a release as it stands, as long as no other of the same step and reader is under way. */
export function actsOf({ state }: Pick<Answerable, "state">, underWay: boolean): readonly OwnerAct[] {
  if (state === "asked") return ["grant", "refuse"];
  if (state === "granted" || state === "offered") return ["revoke"];
  if (underWay) return [];
  return state === "refused" ? ["grant"] : state === "revoked" ? ["restore"] : [];
}

export const isUnderWay = ({ state }: Pick<Answerable, "state">): boolean =>
  state === "asked" || state === "offered" || state === "granted";

/** What was taken back holds again, as far as it held. */
export const restored = ({ step, agreedAt }: Answerable): "offered" | "granted" =>
  step === "agreed" && agreedAt === null ? "offered" : "granted";

/** Taking back a step takes back what stands above it. */
export const upFrom = (step: Climbed): readonly Climbed[] => CLIMBED.slice(CLIMBED.indexOf(step));
