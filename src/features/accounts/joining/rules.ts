import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { domainOf, isFreemail } from "./freemail.ts";

export const REQUEST_STATES = ["waiting", "confirmed", "declined", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

const DAY = 86_400_000;
/** A reminder a week is a reminder; more are a nuisance. */
export const REMIND_DAYS = 7;
/** Who was declined does not ask again the next day. */
export const ASK_AGAIN_DAYS = 30;

/** Who may answer: owners, or where an organisation has none, the teams of its clusters. */
export interface Answerers {
  owners: number;
  teams: readonly { clusterId: string; slug: string; nameEn: string; nameDe: string }[];
}

export interface Earlier {
  state: string;
  answeredAt: Date | null;
}

export type AskProblem =
  | "join.unproven"
  | "join.has-seat"
  | "join.other-domain"
  | "join.waits"
  | "join.declined"
  | "join.nobody";

/** Decides whether a person with this proven address may ask to join. `domain` tells whether the organisation declared that one. */
export function askToJoin(
  asker: { email: string; proven: boolean; hasSeat: boolean },
  domains: readonly string[],
  earlier: readonly Earlier[],
  answerers: Answerers,
  now: Date,
): Result<null, AskProblem> {
  if (asker.hasSeat) return refuse("join.has-seat");
  // First, or an address that somebody only wrote down would tell which domains are declared.
  if (!asker.proven) return refuse("join.unproven");
  const domain = domainOf(asker.email);
  if (isFreemail(domain) || !domains.includes(domain)) return refuse("join.other-domain");
  if (earlier.some((one) => one.state === "waiting")) return refuse("join.waits");
  const since = now.getTime() - ASK_AGAIN_DAYS * DAY;
  if (earlier.some((one) => one.state === "declined" && one.answeredAt!.getTime() > since))
    return refuse("join.declined");
  if (answerers.owners === 0 && answerers.teams.length === 0) return refuse("join.nobody");
  return ok(null);
}

/** From when a reminder may be sent. */
export const remindFrom = ({ askedAt, remindedAt }: { askedAt: Date; remindedAt: Date | null }) =>
  new Date((remindedAt ?? askedAt).getTime() + REMIND_DAYS * DAY);

/** Where nobody holds the keys yet, who is let in first gets them; everybody else begins as a reader. */
export const roleOnJoining = (hasOwner: boolean) => (hasOwner ? "reader" : "owner");

export type DomainProblem =
  | "domain.unproven"
  | "domain.freemail"
  | "domain.not-yours"
  | "domain.shared"
  | "domain.taken";

/**
 * Decides whether a domain may be declared. An owner proves it by their own address there. Where owners of other organisations have
 * addresses there as well, it tells nothing about where somebody works, so that only the team may say whose it is.
 */
export function declareDomain(
  domain: string,
  by: { office: boolean; email: string; proven: boolean },
  known: { taken: boolean; shared: boolean },
): Result<null, DomainProblem> {
  if (isFreemail(domain)) return refuse("domain.freemail");
  if (!by.office && domainOf(by.email) !== domain) return refuse("domain.not-yours");
  if (!by.office && !by.proven) return refuse("domain.unproven");
  if (known.taken) return refuse("domain.taken");
  return !by.office && known.shared ? refuse("domain.shared") : ok(null);
}
