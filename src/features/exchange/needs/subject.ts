import type { Context } from "../../../access/context.ts";
import type { NeedVisible, OfferVisible, TeaserVisible } from "../visible.ts";
import type { Side } from "./rules.ts";
import { type Item, loadItem, loadTeaser, type Teaser } from "./store.ts";

export const offerVisible = (row: Item): OfferVisible => ({
  clusterId: row.clusterId,
  organisationId: row.organisationId,
  state: row.state,
  visibility: row.visibility,
  wall: row.wall,
  across: row.across,
  gatheredBy: row.gatheredBy,
  confirmedAt: row.confirmedAt,
});

export const needVisible = (row: Item): NeedVisible => ({
  ...offerVisible(row),
  step: row.step,
  mediated: row.mediated,
  released: row.released,
});

export const teaserVisible = ({ clusterId, visibility, wall, across }: Teaser): TeaserVisible => ({
  clusterId,
  visibility,
  wall,
  across,
});

/** A need asked about by its address: as it is, or as those know it who may not know whose it is; as much of both as there is. */
export interface NeedOrTeaser {
  need: NeedVisible | null;
  teaser: TeaserVisible | null;
}

const items = new WeakMap<Context, Item>();
const teasers = new WeakMap<Context, Teaser>();

/** What the rule of this request has just read, so that its page need not read it again. */
export const askedItem = (ctx: Context): Item => {
  const item = items.get(ctx);
  if (!item) throw new Error("No need or offer was asked about.");
  return item;
};
export const askedTeaser = (ctx: Context): Teaser | undefined => teasers.get(ctx);

/** Under its own cluster's address; where it is to be found across, or was released to somebody of another one, under theirs too. */
const liesHere = (ctx: Context, { clusterId, across, released = 0 }: Partial<Item>) =>
  ctx.cluster !== null && (clusterId === ctx.cluster.id || across === true || released > 0);

async function findItem(ctx: Context, side: Side, id: string): Promise<Item | null> {
  const item = await ctx.read((db) => loadItem(db, side, id));
  if (!item || !liesHere(ctx, item)) return null;
  items.set(ctx, item);
  return item;
}

interface NeedAsk {
  ctx: Context;
  params: { need: string };
}

/** For routes with `:need`; `can` is asked about what it finds. */
export async function needSubject({ ctx, params }: NeedAsk): Promise<NeedVisible | null> {
  const need = await findItem(ctx, "need", params.need);
  return need && needVisible(need);
}

/** For routes with `:offer`. */
export async function offerSubject({
  ctx,
  params,
}: {
  ctx: Context;
  params: { offer: string };
}): Promise<OfferVisible | null> {
  const offer = await findItem(ctx, "offer", params.offer);
  return offer && offerVisible(offer);
}

export async function teaserSubject({ ctx, params }: NeedAsk): Promise<TeaserVisible | null> {
  const teaser = await ctx.read((db) => loadTeaser(db, params.need));
  if (!teaser || !liesHere(ctx, teaser)) return null;
  teasers.set(ctx, teaser);
  return teaserVisible(teaser);
}

/** For the one address of a need: whoever may read only its teaser finds that there. */
export async function readSubject(ask: NeedAsk): Promise<NeedOrTeaser | null> {
  const need = await needSubject(ask);
  const teaser = need ? null : await teaserSubject(ask);
  return need || teaser ? { need, teaser } : null;
}

/** For routes of either side, whose parameter is called after it. */
export const itemSubject =
  (side: Side) =>
  ({ ctx, params }: { ctx: Context; params: Readonly<Record<string, string>> }) => {
    const id = params[side]!;
    return side === "need"
      ? needSubject({ ctx, params: { need: id } })
      : offerSubject({ ctx, params: { offer: id } });
  };
