import { sql } from "kysely";
import type { z } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Page } from "../../../kernel/page.ts";
import { rankOf } from "../words.ts";
import { type Choosable, membersSeen, organisationsSeen, peopleOf } from "./around.ts";
import { type FileRow, filesOf, reach } from "./files.ts";
import { type ApiFilter, type Filter, LIVE, type PageFilter } from "./filter.ts";
import type { Side } from "./rules.ts";
import {
  countFacets,
  countTeaserFacets,
  detailOf,
  type FacetCount,
  type Item,
  listItems,
  listTeasers,
  type Teaser,
} from "./store.ts";
import { needVisible, offerVisible } from "./subject.ts";

const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("Needs and offers are looked at inside a cluster.");
  return ctx.cluster.id;
};

export const mayEdit = (ctx: Context, item: Item): boolean =>
  item.side === "need"
    ? can(ctx.actor, "need.edit", needVisible(item))
    : can(ctx.actor, "offer.edit", offerVisible(item));

export const writer = (ctx: Context) => ({
  clusterId: here(ctx),
  organisationId: ctx.actor.organisationId,
});
export const mayWrite = (ctx: Context): boolean =>
  ctx.cluster !== null && can(ctx.actor, "need.write", writer(ctx));
export const mayGather = (ctx: Context): boolean =>
  ctx.cluster !== null &&
  can(ctx.actor, "exchange.gather", { clusterId: ctx.cluster.id, organisationId: null });

export interface ItemFound {
  detail: string;
  files: FileRow[];
  walled: Choosable[];
}

/** What the page of one says beyond its row: as far up the ladder as the asker has come. */
export const readAround = (ctx: Context, item: Item): Promise<ItemFound> =>
  ctx.read(async (db) => ({
    detail: item.side === "need" && reach(ctx, item) >= rankOf("agreed") ? await detailOf(db, item) : "",
    files: await filesOf(db, ctx, item),
    walled:
      item.organisationId === ctx.actor.organisationId
        ? await organisationsSeen(db, ctx.actor, "id", item.wall)
        : [],
  }));

export interface Listed {
  list: Page<Item>;
  counts: FacetCount[];
  /** Of needs those without a name; `null` for offers. */
  teasers: Page<Teaser> | null;
  organisation: Choosable | null;
}

/** What a page's list shows: of others what can still be answered, unless the address asks for more. */
export function readList(ctx: Context, side: Side, asked: PageFilter, limit: number): Promise<Listed> {
  const filter: Filter = {
    ...asked,
    own: asked.own === "yes",
    state: asked.state.length > 0 || asked.own === "yes" ? asked.state : LIVE,
  };
  const about = { clusterId: here(ctx), filter, today: ctx.today(), limit };
  const unnamed = side === "need" && asked.names === "without";
  return ctx.read(async (db) => ({
    list: await listItems(db, ctx.actor, side, {
      ...about,
      ...(unnamed ? { limit: 1 } : { cursor: asked.cursor }),
    }),
    counts: unnamed
      ? await countTeaserFacets(db, ctx.actor, about)
      : await countFacets(db, ctx.actor, side, about),
    teasers:
      side === "need"
        ? await listTeasers(db, ctx.actor, {
            ...about,
            ...(unnamed ? { cursor: asked.cursor } : { limit: 1 }),
          })
        : null,
    organisation: asked.organisation
      ? ((await organisationsSeen(db, ctx.actor, "slug", [asked.organisation]))[0] ?? null)
      : null,
  }));
}

/** The same for programs, which say each state they want, or get them all. */
export const readListFor = (
  ctx: Context,
  side: Side,
  { limit, cursor, own, ...filter }: z.output<typeof ApiFilter>,
): Promise<Page<Item>> =>
  ctx.read((db) =>
    listItems(db, ctx.actor, side, {
      clusterId: here(ctx),
      filter: { ...filter, own: own === "yes" },
      today: ctx.today(),
      limit,
      cursor,
    }),
  );

export const readTeasersFor = (
  ctx: Context,
  { limit, cursor, own, ...filter }: z.output<typeof ApiFilter>,
): Promise<Page<Teaser>> =>
  ctx.read((db) =>
    listTeasers(db, ctx.actor, {
      clusterId: here(ctx),
      filter: { ...filter, own: own === "yes" },
      today: ctx.today(),
      limit,
      cursor,
    }),
  );

/** Both lists of the organisation acted for, whatever their state, the latest first. */
export function readOwn(ctx: Context): Promise<Record<Side, Page<Item>> & { name: string }> {
  const filter: Filter = {
    kind: [],
    intent: [],
    state: [],
    competence: [],
    ends: [],
    own: true,
    sort: "-opened",
  };
  const about = { clusterId: here(ctx), filter, today: ctx.today(), limit: 200 };
  return ctx.read(async (db) => {
    const [self] = await organisationsSeen(db, ctx.actor, "id", [ctx.actor.organisationId!]);
    return {
      name: self?.name ?? "",
      need: await listItems(db, ctx.actor, "need", about),
      offer: await listItems(db, ctx.actor, "offer", about),
    };
  });
}

export interface FormAround {
  organisation: Choosable | undefined;
  members: Choosable[];
  people: { id: string; name: string }[];
  words: string[];
}

/** What a form offers to choose from; without an organisation it asks for that, too. */
export const readFormAround = (ctx: Context, organisationId: string | null): Promise<FormAround> =>
  ctx.read(async (db) => ({
    organisation:
      organisationId === null
        ? undefined
        : (await organisationsSeen(db, ctx.actor, "id", [organisationId]))[0],
    members: await membersSeen(db, ctx.actor, { clusterId: here(ctx), today: ctx.today() }),
    people: organisationId === null ? [] : await peopleOf(db, organisationId, ctx.today()),
    words: await wordsInUse(db, ctx),
  }));

const MOST_WORDS = 8;

/** Competences that most organisations here name, as far as the asker sees it. */
async function wordsInUse(db: Db, ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select fact.value as word from fact
    where fact.cluster_id = ${here(ctx)}::uuid and fact.field = 'competences' and fact.code is not null and length(fact.value) <= 40
      and ${seenBy(ctx.actor, { table: "fact", owners: ["organisationId"], group: true, person: true })}
    group by fact.value order by count(distinct fact.organisation_id) desc, fact.value limit ${MOST_WORDS}`.execute(
    db,
  );
  return rows.map(({ word }) => word);
}
