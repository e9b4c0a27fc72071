import type { ClusterId, OrganisationId, PersonId } from "../../../../kernel/actor.ts";
import type { Db } from "../../../../kernel/gateway.ts";
import type { Origin, Side, State, Via, Way } from "../words.ts";

interface Cluster {
  id: ClusterId;
  slug: string;
}

export interface SideAround {
  id: OrganisationId;
  name: string;
  personId: PersonId | null;
  zone: string;
  cluster: Cluster;
}

/** An introduction as the house knows it: for letters, never for a page. */
export interface Around {
  clusterId: ClusterId;
  id: string;
  cluster: Cluster;
  state: State;
  origin: Origin;
  via: Via;
  hidden: Side | null;
  mediated: boolean;
  askedAt: Date | null;
  /** When each was told who the other is. */
  toldAt: Date | null;
  expiresAt: Date | null;
  from: SideAround | null;
  to: SideAround | null;
  wall: OrganisationId[];
}

export async function loadAround(db: Db, id: string): Promise<Around | null> {
  const row = await db
    .selectFrom("introduction")
    .innerJoin("cluster", "cluster.id", "introduction.clusterId")
    .select([
      "introduction.clusterId",
      "introduction.id",
      "introduction.state",
      "introduction.origin",
      "introduction.via",
      "introduction.hidden",
      "introduction.mediated",
      "introduction.askedAt",
      "introduction.toldAt",
      "introduction.expiresAt",
      "cluster.slug",
    ])
    .where("introduction.id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  const sides = await db
    .selectFrom("introductionSide as side")
    .innerJoin("organisation", "organisation.id", "side.organisationId")
    .innerJoin("cluster", "cluster.id", "side.atClusterId")
    .leftJoin("need", "need.id", "side.needId")
    .leftJoin("offer", "offer.id", "side.offerId")
    .select(["side.side", "side.organisationId", "side.personId", "side.zone", "side.atClusterId"])
    .select(["organisation.name", "cluster.slug", "need.wall as needWall", "offer.wall as offerWall"])
    .where("side.introductionId", "=", id)
    .execute();
  const side = (name: Side): SideAround | null => {
    const found = sides.find((one) => one.side === name);
    if (!found) return null;
    return {
      id: found.organisationId,
      name: found.name,
      personId: found.personId,
      zone: found.zone,
      cluster: { id: found.atClusterId, slug: found.slug },
    };
  };
  const { slug, ...rest } = row;
  return {
    ...(rest as Omit<Around, "cluster" | "from" | "to" | "wall">),
    cluster: { id: row.clusterId, slug },
    from: side("from"),
    to: side("to"),
    wall: [...new Set(sides.flatMap((one) => [...(one.needWall ?? []), ...(one.offerWall ?? [])]))],
  };
}

export interface Slot {
  id: string;
  startsAt: Date;
  endsAt: Date;
  state: "held" | "agreed" | "freed";
}

export interface Talk {
  id: string;
  by: Side;
  state: string;
  how: Way;
  place: string;
  note: string;
  sequence: number;
  people: Record<Side, PersonId | null>;
  slots: Slot[];
  /** The time both agreed on, also after it was called off. */
  agreed: Slot | null;
}

export async function talkOf(
  db: Db,
  { clusterId }: Pick<Around, "clusterId">,
  id: string,
): Promise<Talk | null> {
  const talk = await db
    .selectFrom("talk")
    .select([
      "id",
      "by",
      "state",
      "how",
      "place",
      "note",
      "sequence",
      "fromPersonId",
      "toPersonId",
      "agreedSlotId",
    ])
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!talk) return null;
  const slots = (await db
    .selectFrom("talkSlot")
    .select(["id", "startsAt", "endsAt", "state"])
    .where("clusterId", "=", clusterId)
    .where("talkId", "=", id)
    .orderBy("startsAt")
    .execute()) as Slot[];
  const { fromPersonId, toPersonId, agreedSlotId, ...rest } = talk;
  return {
    ...(rest as Omit<Talk, "people" | "slots" | "agreed">),
    people: { from: fromPersonId, to: toPersonId },
    slots,
    agreed: slots.find((slot) => slot.id === agreedSlotId) ?? null,
  };
}

interface Addressed {
  personId: PersonId;
  name: string;
  email: string;
  locale: string;
}

/** Who gets a side's calendar: the person who speaks for it, as long as they still sit there; else its owners and editors. */
export async function peopleOfSide(
  db: Db,
  side: SideAround,
  { personId, wall, today }: { personId: PersonId | null; wall: readonly OrganisationId[]; today: string },
): Promise<Addressed[]> {
  const rows = await db
    .selectFrom("seat")
    .innerJoin("person", "person.id", "seat.personId")
    .select(["person.id as personId", "person.name", "person.email", "person.locale"])
    .distinct()
    .where("seat.organisationId", "=", side.id)
    .where("seat.role", "in", ["owner", "editor"])
    .where("seat.since", "<=", today)
    .where((is) => is.or([is("seat.until", "is", null), is("seat.until", ">", today)]))
    .where("person.suspendedAt", "is", null)
    .execute();
  const behind = wall.length
    ? await db
        .selectFrom("seat")
        .select("personId")
        .where("organisationId", "in", [...wall])
        .where((is) => is.or([is("until", "is", null), is("until", ">", today)]))
        .execute()
    : [];
  const free = rows.filter((row) => !behind.some((walled) => walled.personId === row.personId));
  const one = free.filter((row) => row.personId === personId);
  return one.length > 0 ? one : free;
}
