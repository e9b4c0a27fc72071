import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { OrganisationId, PersonId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { organisationsSeen } from "../needs/around.ts";
import { isConfidential, isLive } from "../needs/rules.ts";
import { type Item, loadItem, loadTeaser, type Teaser } from "../needs/store.ts";
import { needVisible, offerVisible, teaserVisible } from "../needs/subject.ts";
import { type Kind, rankOf } from "../words.ts";
import type { AskedAbout } from "./address.ts";
import type { Side } from "./words.ts";

export interface Partner {
  id: OrganisationId;
  slug: string;
  name: string;
}

/** The two an introduction would be between, and what it would be about. */
export interface Plan {
  party: "member" | "team";
  from: Partner;
  /** `null`: the owner of a need of which the asker knows the teaser alone. */
  to: Partner | null;
  /** The side whose need stays unnamed until both have said yes. */
  hidden: Side | null;
  need: Item | null;
  teaser: Teaser | null;
  offer: Item | null;
  kind: Kind | null;
  /** What each side knows of what it is about. */
  knows: Record<Side, { needId: string | null; offerId: string | null; personId: PersonId | null }>;
  wall: readonly OrganisationId[];
  open: boolean;
  /** The team may know of it. */
  mediated: boolean;
}

/** What is missing before it is known who is to be brought together with whom. */
export type PlanProblem = "unknown-about" | "whom" | "for-whom" | "not-yours" | "with-itself";

/** Finds out from an address who would be asked by whom, as far as the asker may know that. */
export async function planOf(ctx: Context, about: AskedAbout): Promise<Result<Plan, PlanProblem>> {
  const { actor } = ctx;
  return ctx.read(async (db) => {
    const found = await whatAbout(ctx, db, about);
    if (!found) return refuse("unknown-about");
    const slugs = [about.organisation, about.for].filter((slug) => slug !== undefined);
    const named = await organisationsSeen(db, actor, "slug", slugs);
    const other = named.find(({ slug }) => slug === about.organisation) ?? null;
    if (about.organisation && !other) return refuse("unknown-about");

    if (actor.office !== null) {
      const client = named.find(({ slug }) => slug === about.for) ?? null;
      return proposed(ctx, db, found, { other, client });
    }
    const [own] = await organisationsSeen(
      db,
      actor,
      "id",
      actor.organisationId ? [actor.organisationId] : [],
    );
    return own ? asked(ctx, db, found, { own, other }) : refuse("not-yours");
  });
}

interface Found {
  need: Item | null;
  teaser: Teaser | null;
  offer: Item | null;
}

/** As far as the asker sees them; what was named and is not seen is nothing. */
async function whatAbout({ actor }: Context, db: Db, about: AskedAbout): Promise<Found | null> {
  const need = about.need ? await loadItem(db, "need", about.need) : undefined;
  const seesNeed = need !== undefined && can(actor, "need.see", needVisible(need));
  const teaser = about.need && !seesNeed ? await loadTeaser(db, about.need) : undefined;
  const readsTeaser = teaser !== undefined && can(actor, "teaser.see", teaserVisible(teaser));
  const offer = about.offer ? await loadItem(db, "offer", about.offer) : undefined;
  const seesOffer = offer !== undefined && can(actor, "offer.see", offerVisible(offer));
  if ((about.need && !seesNeed && !readsTeaser) || (about.offer && !seesOffer)) return null;
  return {
    need: seesNeed ? need : null,
    teaser: readsTeaser ? teaser : null,
    offer: seesOffer ? offer : null,
  };
}

const partner = (item: Item): Partner => ({
  id: item.organisationId,
  slug: item.organisationSlug,
  name: item.organisationName,
});

async function asked(
  ctx: Context,
  db: Db,
  found: Found,
  { own, other }: { own: Partner; other: Partner | null },
): Promise<Result<Plan, PlanProblem>> {
  const { need, teaser, offer } = found;
  const me = ctx.actor.personId;
  // An offer of a third has no part in it; a refusal over its wall would tell whom that third keeps away.
  const isOf = (ids: readonly string[]) => offer === null || ids.includes(offer.organisationId);
  if (teaser) {
    if (!isOf([own.id])) return refuse("unknown-about");
    return ok({
      ...rest(found),
      party: "member",
      from: own,
      to: null,
      hidden: "to",
      // The owner's row is written by the house; the asker goes on knowing the teaser.
      knows: {
        from: { needId: teaser.needId, offerId: ownOffer(offer, own), personId: me },
        to: { needId: null, offerId: null, personId: null },
      },
    });
  }
  if (need && need.organisationId !== own.id) {
    if (!isOf([own.id, need.organisationId])) return refuse("unknown-about");
    return ok({
      ...rest(found),
      party: "member",
      from: own,
      to: partner(need),
      hidden: null,
      knows: {
        from: { needId: need.id, offerId: ownOffer(offer, own), personId: me },
        to: { needId: need.id, offerId: ownOffer(offer, own), personId: need.personId },
      },
    });
  }
  const to = other ?? (offer && offer.organisationId !== own.id ? partner(offer) : null);
  if (!to) return refuse("whom");
  if (!isOf([own.id, to.id])) return refuse("unknown-about");
  const hidden = need ? await staysUnnamed(db, need, to) : false;
  return ok({
    ...rest(found),
    party: "member",
    from: own,
    to,
    hidden: hidden ? "from" : null,
    knows: {
      from: { needId: need?.id ?? null, offerId: offer?.id ?? null, personId: me },
      to: {
        needId: need && (!hidden || need.step === "teaser") ? need.id : null,
        // An offer of the side that stays unnamed would name it.
        offerId: hidden ? ownOffer(offer, to) : (offer?.id ?? null),
        personId: offer && offer.organisationId === to.id ? offer.personId : null,
      },
    },
  });
}

async function proposed(
  ctx: Context,
  db: Db,
  found: Found,
  { other, client }: { other: Partner | null; client: Partner | null },
): Promise<Result<Plan, PlanProblem>> {
  const { need, offer } = found;
  // Of a need the team does not know there is nobody to propose for.
  if (found.teaser) return refuse("unknown-about");
  const from = need ? partner(need) : client;
  if (!from) return refuse("for-whom");
  const to = other ?? (offer ? partner(offer) : null);
  if (!to) return refuse("whom");
  if (from.id === to.id) return refuse("with-itself");
  if (offer && offer.organisationId !== from.id && offer.organisationId !== to.id)
    return refuse("unknown-about");
  // Somebody of the team who also works for one of the two is that organisation.
  if (ctx.actor.ownOrganisations.some((own) => own === from.id || own === to.id)) return refuse("not-yours");
  const hidden = need ? await staysUnnamed(db, need, to) : false;
  return ok({
    ...rest(found),
    party: "team",
    from,
    to,
    hidden: hidden ? "from" : null,
    knows: {
      from: { needId: need?.id ?? null, offerId: offer?.id ?? null, personId: need?.personId ?? null },
      to: {
        needId: need && (!hidden || need.step === "teaser") ? need.id : null,
        offerId: hidden ? ownOffer(offer, to) : (offer?.id ?? null),
        personId: offer?.organisationId === to.id ? offer.personId : null,
      },
    },
  });
}

const ownOffer = (offer: Item | null, own: Partner) =>
  offer && offer.organisationId === own.id ? offer.id : null;

function rest({ need, teaser, offer }: Found) {
  const items = [need, offer].filter((item) => item !== null);
  return {
    need,
    teaser,
    offer,
    kind: need?.kind ?? teaser?.kind ?? offer?.kind ?? null,
    wall: [...items.flatMap((item) => item.wall), ...(teaser?.wall ?? [])],
    open: items.every((item) => isLive(item.state)),
    mediated: teaser === null && (need === null || !isConfidential(need) || need.mediated),
  };
}

/** A confidential need stays unnamed to whoever has not been told whose it is. */
async function staysUnnamed(db: Db, need: Item, to: Partner): Promise<boolean> {
  if (!isConfidential(need)) return false;
  const told = await db
    .selectFrom("needRelease")
    .select("step")
    .where("clusterId", "=", need.clusterId)
    .where("needId", "=", need.id)
    .where("organisationId", "=", to.id)
    .where("state", "=", "granted")
    .execute();
  return !told.some(({ step }) => rankOf(step as "named") >= rankOf("named"));
}
