import { sql } from "kysely";
import type { Identity } from "../../../access/identity.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import { heldBy } from "../telling/addressed.ts";
import type { NoticeAct, NoticeLink } from "../telling/notice.ts";
import { stillTold } from "../telling/store.ts";

export interface Filter {
  topic?: string | undefined;
  unread?: boolean | undefined;
}

export interface NoticeRow {
  id: string;
  topic: string;
  textEn: string;
  textDe: string;
  href: string;
  createdAt: Date;
  readAt: Date | null;
  acts: NoticeAct[];
  links: NoticeLink[];
  slug: string | null;
  nameEn: string | null;
  nameDe: string | null;
}

/** Written by `notify` alone, so of the shape it gives them. */
const ACTS = sql.ref<NoticeAct[]>("notice.acts").as("acts");
const LINKS = sql.ref<NoticeLink[]>("notice.links").as("links");

/** The notices a person still has: those to roles that ended are gone. */
const noticesOf = (db: Db, identity: Identity) =>
  db
    .selectFrom("notice")
    .where("notice.personId", "=", identity.personId)
    .where(
      stillTold(
        heldBy(identity),
        identity.seats.map((seat) => seat.organisationId),
      ),
    );

const filtered = (db: Db, identity: Identity, { topic, unread }: Filter) =>
  noticesOf(db, identity)
    .$if(topic !== undefined, (q) => q.where("notice.topic", "=", topic!))
    .$if(unread === true, (q) => q.where("notice.readAt", "is", null));

/** Unread ones first unless only time counts, the latest of each first. */
export async function noticeList(
  db: Db,
  identity: Identity,
  filter: Filter,
  { limit, cursor, byTime = false }: { limit: number; cursor?: string | undefined; byTime?: boolean },
): Promise<Page<NoticeRow>> {
  const after = placeOf(cursor);
  const [rows, { total }] = await Promise.all([
    filtered(db, identity, filter)
      // The name of a cluster that is not public is known from one's own roles.
      .leftJoin("cluster", "cluster.id", "notice.clusterId")
      .select([
        "notice.id",
        "notice.topic",
        "notice.textEn",
        "notice.textDe",
        "notice.href",
        "notice.createdAt",
      ])
      .select([ACTS, LINKS])
      .select(["notice.readAt", "notice.clusterId", "cluster.slug", "cluster.nameEn", "cluster.nameDe"])
      .$if(after !== null, (q) =>
        q.where(
          sql<boolean>`(notice.read_at is null, notice.id) < (${after!.unread}::boolean, ${after!.id}::uuid)`,
        ),
      )
      .$if(!byTime, (q) => q.orderBy(sql`notice.read_at is null`, "desc"))
      .orderBy("notice.id", "desc")
      .limit(limit + 1)
      .execute(),
    filtered(db, identity, filter)
      .select(({ fn }) => fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow(),
  ]);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows
      .slice(0, limit)
      .map(({ clusterId, ...row }) => ({ ...row, ...ownCluster(identity, clusterId, row) })),
    total: Number(total),
    next: last ? encodeCursor([last.readAt === null ? 1 : 0, last.id]) : null,
  };
}

function ownCluster(
  { seats, offices }: Identity,
  clusterId: string | null,
  known: Pick<NoticeRow, "slug" | "nameEn" | "nameDe">,
): Pick<NoticeRow, "slug" | "nameEn" | "nameDe"> {
  if (clusterId === null || known.slug !== null) return known;
  const office = offices.find((held) => held.clusterId === clusterId);
  if (office) return { slug: office.clusterSlug, nameEn: office.nameEn, nameDe: office.nameDe };
  const slug = seats.flatMap((seat) => seat.memberships).find((one) => one.clusterId === clusterId)?.slug;
  return slug ? { slug, nameEn: slug, nameDe: slug } : known;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(cursor: string | undefined): { unread: boolean; id: string } | null {
  const [unread, id] = (cursor === undefined ? null : decodeCursor(cursor, 2)) ?? [];
  return typeof id === "string" && UUID.test(id) ? { unread: unread === 1, id } : null;
}

export const isCursor = (cursor: string) => placeOf(cursor) !== null;

/** One that has an act at this place, with what is needed to do it. */
export async function noticeWithAct(db: Db, identity: Identity, id: string, place: number) {
  const notice = await noticesOf(db, identity)
    .select(["notice.clusterId", "notice.addressed", ACTS])
    .where("notice.id", "=", id)
    .executeTakeFirst();
  const act = notice?.acts[place];
  return notice && act ? { ...notice, act } : null;
}

export async function unreadCount(db: Db, identity: Identity): Promise<number> {
  // Every page asks; nobody is told of more than 99.
  const some = await noticesOf(db, identity)
    .where("notice.readAt", "is", null)
    .select("notice.id")
    .limit(100)
    .execute();
  return some.length;
}

/** What there is of each topic, for the filter. */
export const topicCounts = async (db: Db, identity: Identity, filter: Filter) =>
  (
    await filtered(db, identity, { unread: filter.unread })
      .select(["notice.topic", ({ fn }) => fn.countAll<number>().as("count")])
      .groupBy("notice.topic")
      .execute()
  ).map(({ topic, count }) => ({ topic, count: Number(count) }));

/** What has been read needs no letter any more. */
const readNow = (now: Date) => ({ readAt: now, due: null });

export async function readOne(db: Db, identity: Identity, id: string, now: Date) {
  const notice = await noticesOf(db, identity)
    .select(["notice.id", "notice.href", "notice.addressed", "notice.readAt"])
    .where("notice.id", "=", id)
    .executeTakeFirst();
  if (notice && notice.readAt === null)
    await db.updateTable("notice").set(readNow(now)).where("id", "=", id).execute();
  return notice ?? null;
}

export async function readAll(db: Db, identity: Identity, filter: Filter, now: Date): Promise<number> {
  const ids = filtered(db, identity, { ...filter, unread: true }).select("notice.id");
  const { numUpdatedRows } = await db
    .updateTable("notice")
    .set(readNow(now))
    .where("id", "in", ids)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
