import { inviteToSeat } from "../src/features/accounts/feature.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import type { Region } from "./fill-members.ts";
import { PICS } from "./people.ts";

const HOUSE = "elbwerk-schiffstechnik-invented";

/** Who is invited, who asks to be let in, and what people have been told and not read yet. */
export async function fillAccounts(region: Region): Promise<void> {
  await fillInvitations(region);
  await fillJoining(region);
  await fillNotices(region);
}

const INVITED = [
  {
    cluster: "maritime",
    at: HOUSE,
    email: "enno@elbwerk.example",
    name: "Enno Probe (invented)",
    role: "editor",
    daysAgo: 3,
    by: "owner@example.org",
  },
  {
    cluster: "maritime",
    at: HOUSE,
    email: "antje@elbwerk.example",
    name: "Antje Annahme (invented)",
    role: "reader",
    daysAgo: 40,
    by: "owner@example.org",
  },
  {
    cluster: "maritime",
    at: "lotsenkai-software-invented",
    email: "buero@lotsenkai.example",
    name: "Lars Muster (invented)",
    role: "owner",
    daysAgo: 5,
    by: "manager.maritime@example.org",
  },
  {
    cluster: "maritime",
    at: "deichtor-hydraulik-invented",
    email: "post@deichtor.example",
    name: "Gesche Probe (invented)",
    role: "owner",
    daysAgo: 33,
    by: "manager.maritime@example.org",
  },
  {
    cluster: "aviation",
    at: "kabinenwerft-nord-invented",
    email: "theda@kabinenwerft.example",
    name: "Theda Probe (invented)",
    role: "owner",
    daysAgo: 2,
    by: "manager@example.org",
  },
  {
    cluster: "aviation",
    at: "flugfeld-analytik-invented",
    email: "labor@flugfeld.example",
    name: "Momme Muster (invented)",
    role: "owner",
    daysAgo: 29,
    by: "manager@example.org",
  },
] as const;

/** No letter leaves: nobody reads at these addresses. */
async function fillInvitations({ unit, days, clusters, organisations, persons }: Region) {
  const seats = await unit.db.selectFrom("seat").select(["id", "personId"]).execute();
  const offices = await unit.db.selectFrom("office").select(["id", "personId", "clusterId"]).execute();
  for (const { cluster, at, email, name, role, daysAgo, by } of INVITED) {
    const clusterId = clusters.get(cluster)!;
    const invitedBy = persons.get(by)!;
    const made = await inviteToSeat(unit, {
      ...{ organisationId: organisations.get(at)!, clusterId, email, name, role },
      locale: "de",
      quiet: true,
    });
    if (!made.ok) throw new Error(`${email}: ${made.problem}`);
    const office = offices.find((one) => one.personId === invitedBy && one.clusterId === clusterId);
    const seat = seats.find((one) => one.personId === invitedBy);
    const createdAt = days.moment(0, -daysAgo);
    await unit.db
      .updateTable("invitation")
      .set({
        ...{ invitedBy, createdAt, sentAt: createdAt, sendings: 1 },
        invitedAs: office ? `office:${office.id}` : `seat:${seat!.id}`,
        expiresAt: new Date(createdAt.getTime() + 14 * 86_400_000),
      })
      .where("id", "=", made.value)
      .execute();
  }
}

async function fillJoining({ unit: { db }, days, organisations, persons }: Region) {
  const organisationId = organisations.get(HOUSE)!;
  await db
    .insertInto("mailDomain")
    .values({
      ...{ id: uuidv7(), organisationId, domain: "elbwerk.example" },
      declaredBy: persons.get("owner@example.org")!,
      declaredAt: days.moment(-6),
    })
    .execute();
  await db
    .insertInto("joinRequest")
    .values({
      ...{ id: uuidv7(), organisationId, name: "Jule Muster", email: "jule@elbwerk.example" },
      personId: persons.get("jule@elbwerk.example")!,
      askedAt: days.moment(0, -1),
    })
    .execute();
}

interface Told {
  to: { team: string } | { owners: string };
  cluster: string | null;
  topic: string;
  text: readonly [en: string, de: string];
  href: string;
  daysAgo: number;
  key?: string;
}

/** As the features would have told it on the day it happened. */
async function fillNotices(region: Region) {
  const { unit, days, clusters, organisations, persons } = region;
  const { db } = unit;
  const told = [...TOLD, ...(await aboutApplications(region)), ...(await aboutLinks(region))];
  const offices = await db.selectFrom("office").select(["id", "personId", "clusterId", "role"]).execute();
  const seats = await db.selectFrom("seat").select(["id", "personId", "organisationId", "role"]).execute();
  const known = new Set(persons.values());
  const rows = told.flatMap(({ to, cluster, topic, text: [textEn, textDe], href, daysAgo, key }) => {
    const delivery = uuidv7();
    const readers =
      "team" in to
        ? offices
            .filter((one) => one.clusterId === clusters.get(to.team) && /manager|facilitator/.test(one.role))
            .map(({ id, personId }) => ({
              personId,
              addressed: [`office:${id}:manager`, `office:${id}:facilitator`],
            }))
        : seats
            .filter((one) => one.organisationId === organisations.get(to.owners) && one.role === "owner")
            .map(({ id, personId }) => ({ personId, addressed: [`seat:${id}:owner`] }));
    return readers
      .filter(({ personId }) => known.has(personId))
      .map((reader) => ({
        ...reader,
        ...{ id: uuidv7(), topic, textEn, textDe, href, delivery, key: key ?? null },
        clusterId: cluster === null ? null : clusters.get(cluster)!,
        createdAt: days.moment(0, -daysAgo),
      }));
  });
  await db.insertInto("notice").values(rows).execute();
}

const IN = (cluster: string, slug: string) => `/clusters/${cluster}/organisations/${slug}`;

const TOLD: readonly Told[] = [
  {
    to: { owners: HOUSE },
    cluster: null,
    topic: "joining",
    text: [
      "Jule Muster asks to act for Elbwerk Schiffstechnik GmbH (invented).",
      "Jule Muster möchte für Elbwerk Schiffstechnik GmbH (invented) handeln.",
    ],
    href: `/organisations/${HOUSE}/joining`,
    daysAgo: 1,
  },
  {
    to: { owners: HOUSE },
    cluster: "maritime",
    topic: "profile",
    text: [
      "The certificate “Approval as a welding shop” ends in 40 days.",
      "Das Zertifikat „Approval as a welding shop“ endet in 40 Tagen.",
    ],
    href: `${IN("maritime", HOUSE)}/profile`,
    daysAgo: 2,
  },
  {
    to: { owners: HOUSE },
    cluster: "maritime",
    topic: "membership",
    text: [
      "The membership in the Maritime Cluster is to be renewed in 20 days.",
      "Die Mitgliedschaft im Maritimen Cluster ist in 20 Tagen zu verlängern.",
    ],
    href: `${IN("maritime", HOUSE)}/membership`,
    daysAgo: 0,
  },
  {
    to: { team: "maritime" },
    cluster: "maritime",
    topic: "membership",
    text: [
      "The membership of Lotsenkai Software GmbH (invented) was to be renewed 6 days ago.",
      "Die Mitgliedschaft von Lotsenkai Software GmbH (invented) war vor 6 Tagen zu verlängern.",
    ],
    href: `${IN("maritime", "lotsenkai-software-invented")}/membership`,
    daysAgo: 6,
  },
  {
    to: { team: "aviation" },
    cluster: "aviation",
    topic: "membership",
    text: [
      "The membership of Flugfeld Analytik UG (invented) was to be renewed 4 days ago.",
      "Die Mitgliedschaft von Flugfeld Analytik UG (invented) war vor 4 Tagen zu verlängern.",
    ],
    href: `${IN("aviation", "flugfeld-analytik-invented")}/membership`,
    daysAgo: 4,
  },
];

async function aboutApplications({ unit: { db }, clusters }: Region): Promise<Told[]> {
  const waiting = await db
    .selectFrom("membershipApplication as a")
    .leftJoin("organisation as o", "o.id", "a.organisationId")
    .select(["a.id", "a.clusterId", "a.proposed", "a.sentAt", "o.name"])
    .where("a.state", "=", "sent")
    .execute();
  return waiting.map(({ id, clusterId, proposed, name }) => {
    const cluster = [...clusters].find(([, one]) => one === clusterId)![0];
    const who = name ?? (proposed as { name: string }).name;
    return {
      to: { team: cluster },
      cluster,
      topic: "membership",
      text: [`${who} applies for membership.`, `${who} beantragt die Mitgliedschaft.`],
      href: `/clusters/${cluster}/applications/${id}`,
      daysAgo: 3,
      key: `application:${id}`,
    };
  });
}

/** Of the links that wait for the answer of a firm with an owner in the demonstration. */
async function aboutLinks({ unit: { db }, organisations, clusters }: Region): Promise<Told[]> {
  const owners = new Map([PICS.atlantec, PICS.napa, HOUSE].map((at) => [organisations.get(at)!, at]));
  const waiting = await db
    .selectFrom("link as l")
    .innerJoin("organisation as o", "o.id", "l.declaredFor")
    .select(["l.id", "l.fromOrganisationId", "l.toOrganisationId", "l.declaredFor", "o.name"])
    .where("l.clusterId", "=", clusters.get("maritime")!)
    .where("l.origin", "=", "declared")
    .execute();
  return waiting.flatMap(({ id, fromOrganisationId, toOrganisationId, declaredFor, name }) => {
    const other = declaredFor === fromOrganisationId ? toOrganisationId : fromOrganisationId;
    const at = owners.get(other);
    return at
      ? [
          {
            to: { owners: at },
            cluster: "maritime",
            topic: "links",
            text: [
              `${name} declares a link with you; it waits for your word. (Invented for the demonstration.)`,
              `${name} gibt eine Verbindung mit Ihnen an; sie wartet auf eine Antwort. (Erfunden für die Vorführung.)`,
            ] as const,
            href: `/clusters/maritime/links/${id}`,
            daysAgo: 4,
            key: `link:${id}`,
          },
        ]
      : [];
  });
}
