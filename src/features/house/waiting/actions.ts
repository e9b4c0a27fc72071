import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { type Member, membersHere } from "../members.ts";
import {
  applying,
  isolated,
  staleFacts,
  unansweredLinks,
  WAITING,
  type Waiting,
  type WaitingItem,
  withoutOwner,
} from "./store.ts";
import {
  likelyPairs,
  openApplications,
  overdueRenewals,
  requestsToJoin,
  unfinishedImports,
} from "./team-store.ts";

interface Here {
  members: readonly Member[];
  applicants: readonly Member[];
}

const lists: Record<Waiting, (db: Db, ctx: Context, here: Here) => Promise<WaitingItem[]>> = {
  applications: async (db, ctx) => (await openApplications(db, ctx)).filter((one) => one.teamsTurn),
  // Whoever applied by the form waits as an application, in one list and not in two.
  applicants: async (db, ctx, { applicants }) => {
    const open = new Set((await openApplications(db, ctx)).map((one) => one.organisationId));
    return applying(applicants.filter((applicant) => !open.has(applicant.id)));
  },
  requests: (db, ctx) => requestsToJoin(db, ctx),
  renewals: (db, ctx) => overdueRenewals(db, ctx),
  duplicates: (db, ctx) => likelyPairs(db, ctx),
  imports: (db, ctx) => unfinishedImports(db, ctx),
  links: (db, ctx) => unansweredLinks(db, ctx),
  owners: (db, ctx, { members }) => withoutOwner(db, ctx, members),
  isolated: (db, ctx, { members }) => isolated(db, ctx, members),
  facts: (db, ctx) => staleFacts(db, ctx),
};

/** Everything that waits, by kind. */
export async function allWaiting(db: Db, ctx: Context, here: Here): Promise<Record<Waiting, WaitingItem[]>> {
  const found = await Promise.all(WAITING.map(async (what) => [what, await lists[what](db, ctx, here)]));
  return Object.fromEntries(found) as Record<Waiting, WaitingItem[]>;
}

export const waitingOf = (ctx: Context, what: Waiting): Promise<WaitingItem[]> =>
  ctx.read(async (db) => lists[what](db, ctx, await membersHere(db, ctx)));
