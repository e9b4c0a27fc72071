import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import { displayName } from "../../../ui/index.ts";
import { KINDS } from "../words.ts";
import type { OutcomeRow } from "./outcomes/store.ts";
import { actsOf, turnOf } from "./rules.ts";
import type { Introduction } from "./store.ts";
import { partyIn } from "./subject.ts";
import type { TalkRow } from "./talks/store.ts";
import type { Thread } from "./thread.ts";
import { ORIGINS, OUTCOMES, type Side, STATES, VIAS, WAYS } from "./words.ts";

const SideOut = z.object({ slug: z.string(), name: z.string() }).nullable();
const At = z.iso.datetime().nullable();
const PartyName = z.enum(["from", "to", "team"]);

/** An introduction as programs get it: a side that stays unnamed to the asker is `null`. */
export const IntroductionOut = z.object({
  id: z.uuid(),
  state: z.enum(STATES),
  origin: z.enum(ORIGINS),
  via: z.enum(VIAS),
  /** As whom the asker takes part. */
  party: PartyName,
  from: SideOut,
  to: SideOut,
  unnamed: z.enum(["from", "to"]).nullable(),
  need: z.object({ id: z.uuid(), title: z.string().nullable() }).nullable(),
  offer: z.object({ id: z.uuid(), title: z.string().nullable() }).nullable(),
  kind: z.enum(KINDS).nullable(),
  told: z.string(),
  message: z.string(),
  teamNote: z.string(),
  mediated: z.boolean(),
  /** Whose turn it is, until when, and what the asker can do. */
  turn: z.array(PartyName),
  until: At,
  acts: z.array(z.string()),
  askedAt: At,
  answeredAt: At,
  metAt: At,
  closedAt: At,
  endedBy: z.string().nullable(),
  reason: z.string().nullable(),
  movedAt: z.iso.datetime(),
  talkAt: At,
  outcome: z.enum(OUTCOMES).nullable(),
  outcomeState: z.enum(["stated", "confirmed", "disputed"]).nullable(),
});

export const IntroductionList = z.object({
  items: z.array(IntroductionOut),
  total: z.number().int(),
  next: z.string().nullable(),
});

const MessageOut = z.object({
  id: z.uuid(),
  by: PartyName,
  person: z.string().nullable(),
  text: z.string(),
  at: z.iso.datetime(),
});

const TalkOut = z.object({
  id: z.uuid(),
  by: z.enum(["from", "to"]),
  state: z.string(),
  how: z.enum(WAYS),
  place: z.string(),
  note: z.string(),
  proposedAt: z.iso.datetime(),
  until: z.iso.datetime(),
  slots: z.array(
    z.object({
      id: z.uuid(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      state: z.enum(["held", "agreed", "freed"]),
    }),
  ),
});

const OutcomeOut = z.object({
  id: z.uuid(),
  kind: z.enum(OUTCOMES),
  state: z.enum(["stated", "confirmed", "disputed", "withdrawn"]),
  by: z.enum(["from", "to"]),
  statedAt: z.iso.datetime(),
  answeredAt: At,
  happenedOn: z.iso.date().nullable(),
  note: z.string(),
  /** The two alone read it. */
  cents: z.number().int().nullable(),
  claims: z.array(z.object({ programme: z.string(), by: PartyName })),
  link: z.uuid().nullable(),
});

export const WholeIntroduction = IntroductionOut.extend({
  /** `null` where it is not for the asker to read. */
  messages: z.array(MessageOut).nullable(),
  talks: z.array(TalkOut),
  outcomes: z.array(OutcomeOut),
});

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function presentIntroduction(ctx: Context, row: Introduction): z.infer<typeof IntroductionOut> {
  const party = partyIn(ctx, row);
  const side = (name: Side) => {
    const [slug, called] = name === "from" ? [row.fromSlug, row.fromName] : [row.toSlug, row.toName];
    return slug && called ? { slug, name: displayName(called) } : null;
  };
  return {
    id: row.id,
    state: row.state,
    origin: row.origin,
    via: row.via,
    party,
    from: side("from"),
    to: side("to"),
    unnamed: row.toldAt === null ? row.hidden : null,
    need: row.needId ? { id: row.needId, title: row.needTitle } : null,
    offer: row.offerId ? { id: row.offerId, title: row.offerTitle } : null,
    kind: row.kind,
    told: row.toldText,
    message: row.message,
    teamNote: row.teamNote,
    mediated: row.mediated,
    turn: [...turnOf(row)],
    until: iso(row.expiresAt),
    acts: [...actsOf(row, party)],
    askedAt: iso(row.askedAt),
    answeredAt: iso(row.answeredAt),
    metAt: iso(row.metAt),
    closedAt: iso(row.closedAt),
    endedBy: row.endedBy,
    reason: row.reason,
    movedAt: row.movedAt.toISOString(),
    talkAt: iso(row.talkAt),
    outcome: row.outcome,
    outcomeState: row.outcomeState,
  };
}

export const presentMessages = (thread: Thread): z.infer<typeof MessageOut>[] =>
  thread.messages.map(({ id, by, name, text, at }) => ({ id, by, person: name, text, at: at.toISOString() }));

export const presentTalk = (talk: TalkRow): z.infer<typeof TalkOut> => ({
  id: talk.id,
  by: talk.by,
  state: talk.state,
  how: talk.how,
  place: talk.place,
  note: talk.note,
  proposedAt: talk.proposedAt.toISOString(),
  until: talk.expiresAt.toISOString(),
  slots: talk.slots.map(({ id, startsAt, endsAt, state }) => ({
    id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    state,
  })),
});

export const presentOutcome = (outcome: OutcomeRow): z.infer<typeof OutcomeOut> => ({
  id: outcome.id,
  kind: outcome.kind,
  state: outcome.state,
  by: outcome.by,
  statedAt: outcome.statedAt.toISOString(),
  answeredAt: iso(outcome.answeredAt),
  happenedOn: outcome.happenedOn,
  note: outcome.note,
  cents: outcome.cents,
  claims: outcome.claims.map(({ programme, by }) => ({ programme, by })),
  link: outcome.linkId,
});
