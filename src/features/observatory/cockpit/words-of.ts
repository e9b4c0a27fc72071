import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { displayName, formatMonth, formatNumber, formatPercent } from "../../../ui/index.ts";
import type { Proof } from "./evidence.ts";
import { sayCockpit } from "./messages.ts";
import { directionOf, lacking, type Standing } from "./rules.ts";
import type { Indicator, Unit } from "./words.ts";

/** Values as they are read. */
export function valueText(unit: Unit, value: number | null, locale: Locale): string {
  const say = sayCockpit(locale);
  if (value === null) return "–";
  if (unit === "percent") return formatPercent(value / 100, locale);
  if (unit === "yes-no") return say(value >= 1 ? "yes" : "no");
  if (unit === "months-since") return say("value.months", { months: value });
  return formatNumber(value, locale, digitsOf(value));
}

/** As many as it has, two at most. */
const digitsOf = (value: number) => (Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2);

type Threshold = Pick<Indicator, "unit" | "threshold" | "direction">;

export function thresholdText(indicator: Threshold, locale: Locale) {
  const { unit, threshold } = indicator;
  const say = sayCockpit(locale);
  if (unit === "months-since") return say("threshold.months", { months: threshold });
  if (unit === "yes-no") return say("yes");
  const value = valueText(unit, threshold, locale);
  return say(directionOf(indicator) === "at-most" ? "threshold.most" : "threshold.least", { value });
}

/** The same for a narrow column. */
export function thresholdShort(indicator: Threshold, locale: Locale) {
  const { unit, threshold } = indicator;
  const say = sayCockpit(locale);
  if (unit === "months-since") return say("threshold.months-short", { months: threshold });
  const sign = directionOf(indicator) === "at-most" ? "≤" : "≥";
  return unit === "yes-no" ? say("yes") : `${sign} ${valueText(unit, threshold, locale)}`;
}

/** What lacks to the threshold, in a few words; `null` where nothing does. */
export function lackText(standing: Standing, locale: Locale): string | null {
  const say = sayCockpit(locale);
  const { unit, key } = standing.indicator;
  if (standing.reached === true) return null;
  if (standing.reached === null)
    return say(mendOf(key).who === "entered" ? "missing.value" : "missing.records-none");
  const { by, records } = lacking(standing);
  if (unit === "months-since") return say("missing.months", { months: by });
  if (unit === "yes-no") return say("missing.yes");
  const way = directionOf(standing.indicator) === "at-most" ? "too-many" : "missing";
  if (unit === "percent" && records !== null)
    return say(`${way}.records`, { count: records, whole: standing.stored!.whole! });
  return unit === "percent"
    ? say(`${way}.points`, { value: formatNumber(by, locale, 0) })
    : say(`${way}.number`, { value: formatNumber(by, locale, Number.isInteger(by) ? 0 : 1) });
}

interface Mend {
  who: "members" | "office" | "manager" | "entered";
  /** Below the cluster's address; nothing where the page itself is the place. */
  path: string | null;
  label: Extract<Parameters<ReturnType<typeof sayCockpit>>[0], `mend.${string}`>;
}

const HERE: Mend = { who: "entered", path: null, label: "mend.enter" };
const CAMPAIGN: Mend = { who: "members", path: "/campaigns/new", label: "mend.campaign" };
const MEMBERS: Mend = { who: "office", path: "/members/new", label: "mend.members" };
const INTRODUCE: Mend = { who: "office", path: "/introductions/new", label: "mend.introduce" };
const DIRECTORY: Mend = { who: "office", path: "/organisations", label: "mend.directory" };
const INTRODUCTIONS: Mend = { who: "members", path: "/introductions", label: "mend.introductions" };
const SITE: Mend = { who: "manager", path: "", label: "mend.site" };

const MENDS: Readonly<Record<string, Mend>> = {
  members: MEMBERS,
  "committed-members": CAMPAIGN,
  "committed-share": CAMPAIGN,
  "actor-kinds": MEMBERS,
  "sme-share": DIRECTORY,
  "near-share": DIRECTORY,
  "team-retention": { who: "manager", path: "/team", label: "mend.team" },
  retention: { who: "office", path: "/members/stays", label: "mend.stays" },
  "voting-share": { who: "manager", path: "/levels", label: "mend.levels" },
  "contacted-share": CAMPAIGN,
  "cooperating-share": INTRODUCE,
  "science-share": INTRODUCE,
  "abroad-share": DIRECTORY,
  "months-watched": { who: "office", path: null, label: "mend.wait" },
  "focus-share": DIRECTORY,
  "events-held": { who: "office", path: "/events/new", label: "mend.event" },
  "outcome-share": INTRODUCTIONS,
  "outcomes-confirmed": INTRODUCTIONS,
  "reached-share": { who: "office", path: "/invitations", label: "mend.invite" },
  "answer-share": CAMPAIGN,
  "web-presence": SITE,
  "english-site": SITE,
};

/** Who can add to it, and where. */
export const mendOf = (key: string): Mend => MENDS[key] ?? HERE;

/** Members are asked by campaigns; and for what comes by itself nobody need be asked. */
export const isAskedOf = (key: string): boolean =>
  mendOf(key).who !== "members" && mendOf(key).label !== "mend.wait";

/** Who in words; what is entered is the office's. */
export const whoText = (key: string, locale: Locale): string => {
  const { who } = mendOf(key);
  return sayCockpit(locale)(`who.${who === "entered" ? "office" : who}`);
};

/** What a record is called in a list of evidence. */
export function proofText(locale: Locale, proof: Proof): string {
  const say = sayCockpit(locale);
  const name =
    proof.name === null
      ? null
      : proof.kind === "event" || proof.kind === "registration" || proof.kind === "office"
        ? proof.name
        : proof.name
            .split(" · ")
            .map((one) => displayName(one))
            .join(" · ");
  const kind = say(`kind.${proof.kind}`);
  if (proof.kind === "month" && proof.on) return formatMonth(proof.on, locale);
  return name ? `${kind}: ${name}` : kind;
}

const SIZED = "sme-share";
const SIZES = ["micro", "small", "medium", "large", "sme"] as const;

/** The remark beside a record. */
export function markText(locale: Locale, { measure, mark }: Proof): string {
  const say = sayCockpit(locale);
  if (measure === SIZED) return say(`size.${SIZES.find((size) => size === mark) ?? "unknown"}`);
  if (mark === null) return "";
  if (measure === "near-share") return say("mark.km", { km: mark });
  if (measure === "voting-share") return say("mark.votes", { votes: Number(mark) });
  const words = [
    "business",
    "science",
    "public",
    "public-side",
    "between",
    "text-en",
    "text-de",
    "address",
    "fresh",
  ] as const;
  const known = words.find((word) => word === mark);
  return known ? say(`mark.${known}`) : mark;
}

/** Where the record is, as far as the asker's office opens it. */
export function proofHref(ctx: Context, proof: Proof): string | undefined {
  const home = `/clusters/${ctx.cluster!.slug}`;
  const runs = ctx.actor.office === "manager" || ctx.actor.office === "facilitator";
  switch (proof.kind) {
    case "membership":
      return proof.slug ? `${home}/organisations/${proof.slug}/membership` : undefined;
    case "seat":
      return proof.slug ? `${home}/organisations/${proof.slug}` : undefined;
    case "link":
      return `${home}/links/${proof.subjectId}`;
    case "need":
      return `${home}/needs/${proof.subjectId}`;
    case "offer":
      return `${home}/offers/${proof.subjectId}`;
    case "event":
    case "registration":
      return proof.eventId ? `${home}/events/${proof.eventId}` : undefined;
    case "answer":
      return runs ? `${home}/campaigns` : undefined;
    case "introduction":
      return runs ? `${home}/introductions/${proof.subjectId}` : undefined;
    case "office":
      return `${home}/team`;
    case "cluster":
    case "check":
      return home;
    case "month":
      return undefined;
  }
}
