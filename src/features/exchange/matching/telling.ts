import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Job, JobHouse } from "../../../access/feature.ts";
import type { ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import { notify } from "../../notices/feature.ts";
import { ownHref } from "../needs/address.ts";
import { isConfidential, isLive } from "../needs/rules.ts";
import { type Item, loadItem } from "../needs/store.ts";
import { needVisible } from "../needs/subject.ts";
import { fitsHref, matchesHref, needHref } from "./address.ts";
import { needsForOrganisation } from "./fits.ts";
import { GOOD, type Matches } from "./found.ts";
import { matchesForNeed } from "./matches.ts";
import { matchMessages, sayMatch } from "./messages.ts";
import { asOrganisation, asTeam } from "./on-behalf.ts";

export const TOPIC = "matches";
export const topics = { [TOPIC]: matchMessages.topic };

/** So many are told of a need at most: who stands further down has better ones. */
const MOST_TOLD = 10;

/** A need was opened or changed: it is matched, and those it fits hear of it if they may read it with its name. */
export const changedJob: Job = async ({ id, side }, house) => {
  if (side !== "need") return;
  const ranked = await rankAsOwner(house, String(id));
  if (ranked) await tellFitting(house, ranked.need, ranked.matches);
};

interface RankedNeed {
  need: Item;
  ctx: Context;
  matches: Matches;
  /** How many fitted when it was last looked at; `null` the first time. */
  before: number | null;
}

/** Ranked with the eyes of its owner, or of the team where the owner has nobody here and lets it mediate. */
async function rankAsOwner(house: JobHouse, id: string): Promise<RankedNeed | null> {
  const found = await house.system("a need to be matched", async ({ db }) => {
    const need = await loadItem(db, "need", id);
    const run = await db.selectFrom("matchRun").select("good").where("needId", "=", id).executeTakeFirst();
    return { need, before: run?.good ?? null };
  });
  const { need, before } = found;
  if (!need || !isLive(need.state)) return null;
  const ctx =
    (await asOrganisation(house, need.organisationId, need.clusterId, need.personId)) ??
    (need.mediated ? await asTeam(house, need.clusterId) : null);
  if (!ctx) return null;
  // As this person reads it now: a wall put up since holds for the job as well.
  const own = await ctx.read((db) => loadItem(db, "need", id));
  if (!own || !can(ctx.actor, "need.matches", needVisible(own))) return null;
  return { need: own, ctx, before, matches: await matchesForNeed(ctx, own, { limit: 50, noted: "run" }) };
}

async function tellFitting(house: JobHouse, need: Item, { items }: Matches) {
  // Of a need without a name nobody hears on the day it was written: the day could tell whose it is.
  if (isConfidential(need)) return;
  for (const { organisation, fit, place, plainPlace } of items
    .filter((one) => one.fit >= GOOD)
    .slice(0, MOST_TOLD)) {
    const theirs = await asOrganisation(house, organisation.id, need.clusterId);
    if (!theirs) continue;
    const read = await theirs.read((db) => loadItem(db, "need", need.id));
    if (!read || !can(theirs.actor, "need.see", needVisible(read))) continue;
    await house.system("telling whom a need fits", async (unit) => {
      const fresh = await unit.db
        .insertInto("matchSuggestion")
        .values({
          clusterId: need.clusterId,
          needId: need.id,
          organisationId: organisation.id,
          side: "organisation",
          place,
          plainPlace,
          score: fit,
          toldAt: house.now(),
          firstShownAt: house.now(),
          shownAt: house.now(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning("needId")
        .executeTakeFirst();
      if (!fresh) return;
      await notify(unit, {
        to: { organisation: organisation.id, roles: ["owner", "editor"] },
        clusterId: need.clusterId,
        topic: TOPIC,
        text: both("told.fits", { title: need.title }),
        href: needHref({ slug: need.clusterSlug }, need.id),
        key: `match:${need.id}`,
        wall: need.wall,
      });
    });
  }
}

const both = (
  key: "told.fits" | "told.new" | "told.new.kept" | "told.nameless",
  values: Record<string, string | number>,
) => ({
  en: sayMatch("en")(key, values),
  de: sayMatch("de")(key, values),
});

/** Every night: what is new for each open need. Its owner hears of it where more fit than when it was last looked at. */
export const nightJob: Job = async (_, house) => {
  const needs = await house.system("open needs", ({ db }) =>
    db.selectFrom("need").select("id").where("state", "in", ["open", "in-talks"]).orderBy("id").execute(),
  );
  for (const { id } of needs) {
    const ranked = await rankAsOwner(house, id);
    if (!ranked) continue;
    await tellFitting(house, ranked.need, ranked.matches);
    const { need, before, matches } = ranked;
    const fresh = before === null ? 0 : matches.good - before;
    if (fresh > 0) await tellOwner(house, need, fresh);
  }
};

const tellOwner = (house: JobHouse, need: Item, count: number) =>
  house.system("telling an owner of new matches", (unit) =>
    notify(unit, {
      to: { organisation: need.organisationId, roles: ["owner", "editor"] },
      clusterId: need.clusterId,
      topic: TOPIC,
      text: isConfidential(need)
        ? both("told.new.kept", { count })
        : both("told.new", { count, title: need.title }),
      // An address with the id of a teaser, passed on with the letter, would tell whose it is.
      href: isConfidential(need)
        ? ownHref({ slug: need.clusterSlug })
        : matchesHref({ slug: need.clusterSlug }, need.id),
      key: `matches:${need.id}`,
      wall: need.wall,
    }),
  );

/**
 * On the first of each month: how many needs without a name fit. All that were written in a month are told of together, so the day of
 * the letter tells nothing.
 */
export const monthJob: Job = async (_, house) => {
  const members = await house.system("members who may be fitted", ({ db }) =>
    db
      .selectFrom("membership")
      .innerJoin("cluster", "cluster.id", "membership.clusterId")
      .select(["membership.clusterId", "membership.organisationId", "cluster.slug"])
      .distinct()
      .where("membership.role", "<>", "applicant")
      .where((is) =>
        is.or([
          is("membership.until", "is", null),
          is("membership.until", ">", house.now().toISOString().slice(0, 10)),
        ]),
      )
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom("needTeaser")
            .select("needTeaser.needId")
            .whereRef("needTeaser.clusterId", "=", "membership.clusterId"),
        ),
      )
      .execute(),
  );
  for (const { clusterId, organisationId, slug } of members)
    await tellNameless(house, { clusterId, organisationId, slug });
};

async function tellNameless(
  house: JobHouse,
  { clusterId, organisationId, slug }: { clusterId: ClusterId; organisationId: OrganisationId; slug: string },
) {
  const ctx = await asOrganisation(house, organisationId, clusterId);
  if (!ctx || !can(ctx.actor, "exchange.fits", { clusterId, organisationId })) return;
  const { items } = await needsForOrganisation(ctx, organisationId, { limit: 50 });
  const month = `${house.now().toISOString().slice(0, 7)}-01`;
  const nameless = items.filter(
    ({ need, fit }) => need.known === "teaser" && need.since < month && fit >= GOOD,
  );
  await house.system("telling of needs without a name", async (unit) => {
    const fresh = [];
    for (const { need, fit, place } of nameless) {
      const told = await unit.db
        .insertInto("matchSuggestion")
        .values({
          clusterId: need.clusterId,
          needId: need.id,
          organisationId,
          side: "organisation",
          place,
          plainPlace: place,
          score: fit,
          toldAt: house.now(),
          firstShownAt: house.now(),
          shownAt: house.now(),
        })
        .onConflict((conflict) =>
          conflict
            .columns(["clusterId", "needId", "organisationId", "side"])
            .doUpdateSet({ toldAt: house.now() })
            .where("matchSuggestion.toldAt", "is", null),
        )
        .returning("needId")
        .executeTakeFirst();
      if (told) fresh.push(told.needId);
    }
    if (fresh.length === 0) return;
    await notify(unit, {
      to: { organisation: organisationId, roles: ["owner", "editor"] },
      clusterId,
      topic: TOPIC,
      text: both("told.nameless", { count: fresh.length }),
      href: fitsHref({ slug }),
      key: `matches.nameless:${clusterId}`,
    });
  });
}
