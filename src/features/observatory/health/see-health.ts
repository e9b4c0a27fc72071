import { LRUCache } from "lru-cache";
import type { Context } from "../../../access/context.ts";
import { type Audience, audienceOf, eyesOf } from "../../network/feature.ts";
import { COMPUTE, measureFor } from "./compute.ts";
import { type HealthNetwork, yearsOf } from "./graph.ts";
import type { Outside } from "./measures/outside.ts";
import { measured, type Part, type Parts, partName } from "./parts.ts";
import { digestOf, readBeside, readNetwork } from "./read.ts";
import { type Kept, keptParts } from "./store.ts";

/** Up to so many actors and links together a set of one's own is measured while one waits; larger ones by a job. */
const MOST_AT_ONCE = 600;

/** Of what the figures are made: of what the asker sees, or, while that is being measured, of what everybody of an audience sees. */
export type MadeOf = "own" | Audience;

export interface Health<P extends Part> {
  network: HealthNetwork;
  /** The year asked for, or the nearest one there is something to say of. */
  year: number;
  years: number[];
  madeOf: MadeOf;
  /** The asker's own set is still being measured; what is shown leaves out what not everybody of the audience sees. */
  waiting: boolean;
  /** `null`: nothing was measured yet. */
  parts: Pick<Parts, P> | null;
  computedAt: Date;
  /** Beyond the members: of what everybody of the audience sees, and when that was measured. */
  outside: Outside | null;
  outsideAt: Date | null;
}

interface Found {
  value: unknown;
  computedAt: Date;
}

/** Figures of a network that several see alike are measured once: who has the digest has the network itself. */
const atOnce = new LRUCache<string, Found>({ max: 200 });

/**
 * The parts asked for, made of exactly the links and actors that this asker sees: what was kept where it was made of the same, else
 * measured at once where that is quick, else by a job on the asker's behalf, with the audience's figures in its place until then.
 */
export async function seeHealth<P extends Part>(
  ctx: Context,
  wanted: readonly P[],
  { year: asked, mostAtOnce = MOST_AT_ONCE }: { year?: number | undefined; mostAtOnce?: number } = {},
): Promise<Health<P>> {
  const clusterId = ctx.cluster!.id;
  const sees = eyesOf(ctx.actor);
  const audience = audienceOf(ctx.actor);
  const eyes = [audience, ...(ctx.actor.personId ? [ctx.actor.personId] : [])];
  const thisYear = Number(ctx.today().slice(0, 4));
  const read = await ctx.read(async (db) => {
    const network = await readNetwork(db, sees, clusterId, ctx.today());
    const years = yearsOf(network, thisYear);
    const year = Math.min(Math.max(asked ?? thisYear, years[0]!), thisYear);
    const names = wanted.map((part) => partName(part, year));
    const kept = await keptParts(db, clusterId, eyes, [...names, "outside"]);
    const digest = digestOf(network, thisYear);
    const exact = names.every((name) => keptFor(kept, name, digest));
    const beside =
      exact || sizeOf(network) > mostAtOnce ? null : await readBeside(db, sees, clusterId, network);
    return { network, years, year, kept, digest, exact, beside };
  });
  const { network, years, year, kept, digest, exact, beside } = read;
  const name = (part: P) => partName(part, year);
  const ofAudience = kept.filter((row) => row.eyes === audience);
  const outside = ofAudience.find(({ part }) => part === "outside");
  const waiting = !exact && !beside;
  await inviteJob(ctx, clusterId, { never: ofAudience.length === 0, own: waiting });

  const common = {
    network,
    years,
    year,
    waiting,
    outside: (outside?.value ?? null) as Outside | null,
    outsideAt: outside?.computedAt ?? null,
  };
  if (exact) {
    const found = together<P>(wanted, (part) => keptFor(kept, name(part), digest));
    const shared = ofAudience.some((row) => row.digest === digest);
    return { ...common, madeOf: shared ? audience : "own", ...found };
  }
  if (!beside) {
    const found = together<P>(wanted, (part) => ofAudience.find((row) => row.part === name(part)));
    return { ...common, madeOf: audience, ...found };
  }
  const found = together<P>(wanted, (part) => {
    const key = `${clusterId} ${digest} ${name(part)}`;
    const before = atOnce.get(key);
    if (before) return before;
    const value = measured(network, beside, part, { year, thisYear });
    const made = { value, computedAt: ctx.now() };
    atOnce.set(key, made);
    return made;
  });
  return { ...common, madeOf: "own", ...found };
}

const sizeOf = ({ actors, links }: HealthNetwork) => actors.length + links.length;

const keptFor = (kept: readonly Kept[], part: string, digest: string) =>
  kept.find((row) => row.part === part && row.digest === digest);

/** All parts, of the age of the oldest; none if one is missing. */
function together<P extends Part>(
  wanted: readonly P[],
  take: (part: P) => Found | undefined,
): { parts: Pick<Parts, P> | null; computedAt: Date } {
  const taken = wanted.flatMap((part) => {
    const found = take(part);
    return found ? [{ part, value: found.value, computedAt: found.computedAt }] : [];
  });
  const oldest = Math.min(...taken.map(({ computedAt }) => computedAt.getTime()));
  return {
    parts:
      taken.length === wanted.length
        ? (Object.fromEntries(taken.map(({ part, value }) => [part, value])) as Pick<Parts, P>)
        : null,
    computedAt: new Date(oldest),
  };
}

/** Whoever finds nothing kept has it made: for the audience where that was never measured, for oneself where one's set is large. */
async function inviteJob(
  ctx: Context,
  clusterId: string,
  { never, own }: { never: boolean; own: boolean },
): Promise<void> {
  const { personId } = ctx.actor;
  if (!never && !(own && personId)) return;
  await ctx.system("a network not yet measured", async (unit) => {
    if (never) await unit.enqueue(COMPUTE, { clusterId }, { key: `${COMPUTE}:${clusterId}` });
    if (own && personId) await measureFor(unit, clusterId, { personId, acting: ctx.acting });
  });
}
