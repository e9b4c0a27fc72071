import type { PersonId } from "../src/kernel/actor.ts";
import type { Db, SystemUnit } from "../src/kernel/gateway.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import { CLUSTERS } from "./clusters.ts";
import type { Days } from "./days.ts";
import { fillAccounts } from "./fill-accounts.ts";
import { fillCampaigns } from "./fill-campaigns.ts";
import { fillCockpit } from "./fill-cockpit.ts";
import { fillDatasets } from "./fill-datasets.ts";
import { fillEvents } from "./fill-events.ts";
import { fillExchange } from "./fill-exchange.ts";
import { fillIntroductions } from "./fill-introductions.ts";
import { fillMembers, fillTeam } from "./fill-members.ts";
import { fillPotential } from "./fill-potential.ts";
import { fillProfiles } from "./fill-profiles.ts";
import { fillReport } from "./fill-report.ts";
import { fillStatistics } from "./fill-statistics.ts";
import { INVENTED, INVENTED_FACTS } from "./invented.ts";
import { FIRM_LINKS, type InventedLink, inventLinks, RIVAL_LINKS } from "./invented-links.ts";
import { INVENTED_ORGANISATIONS } from "./invented-organisations.ts";
import { INVENTED_PEOPLE } from "./invented-people.ts";
import { DEMO_DAY, DEMO_LOGINS } from "./people.ts";

/** Everything that no source tells, in one transaction: there is all of it or nothing. */
export async function fillInvented(
  unit: SystemUnit,
  logins: ReadonlyMap<string, PersonId>,
  days: Days,
): Promise<void> {
  const { db, client } = unit;
  const clusters = new Map(
    (await db.selectFrom("cluster").select(["id", "slug"]).execute()).map((row) => [row.slug, row.id]),
  );
  const invented = await fillOrganisations(db);
  await client.query("select index_organisations($1)", [[...invented.values()]]);
  const known = await db
    .selectFrom("organisation")
    .select(["id", "pic"])
    .where("pic", "is not", null)
    .execute();
  const organisations = new Map([...invented, ...known.map((row) => [row.pic!, row.id] as const)]);

  const persons = new Map([...logins, ...(await fillPeople(db, organisations))]);
  await fillRoles(db, clusters, organisations, persons);
  const speakers = new Map(
    DEMO_LOGINS.flatMap(({ email, seats = [] }) =>
      seats.map((seat) => [seat.at, persons.get(email)!] as const),
    ),
  );
  await fillFacts(db, clusters, organisations, speakers);
  for (const { slug } of CLUSTERS)
    await fillLinks(db, clusters.get(slug)!, slug, { organisations, speakers, days });
  const region = { unit, days, clusters, organisations, persons, note: NOTE };
  await fillTeam(region);
  await fillProfiles(region);
  await fillMembers(region);
  await fillAccounts(region);
  await fillExchange(region);
  await fillIntroductions(region);
  await fillCampaigns(region);
  await fillEvents(region);
  await fillCockpit(region);
  await fillPotential(region);
  await fillDatasets(unit);
  await fillStatistics(unit, clusters, days);
  await fillReport(region);
  // Nobody entered them late: they are as old as what they tell.
  await client.query("update membership set recorded_at = since");
}

const NOTE = `${INVENTED[0]!.toUpperCase()}${INVENTED.slice(1)}: no word of this is true of the two organisations.`;

async function fillOrganisations(db: Db): Promise<Map<string, string>> {
  await db
    .insertInto("organisation")
    .values(
      INVENTED_ORGANISATIONS.map((organisation) => ({
        id: uuidv7(),
        ...organisation,
        country: "DE",
        source: INVENTED,
      })),
    )
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .execute();
  const slugs = INVENTED_ORGANISATIONS.map(({ slug }) => slug);
  const rows = await db
    .selectFrom("organisation")
    .select(["id", "slug"])
    .where("slug", "in", slugs)
    .execute();
  return new Map(rows.map((row) => [row.slug, row.id]));
}

type Ids = ReadonlyMap<string, string>;

/** Those without an account: the others have one already. */
async function fillPeople(db: Db, organisations: Ids): Promise<Map<string, PersonId>> {
  const people = INVENTED_PEOPLE.map((person) => ({ ...person, id: uuidv7() }));
  await db
    .insertInto("person")
    .values(people.map(({ id, name, email, locale }) => ({ id, name, email, locale })))
    .execute();
  await db
    .insertInto("seat")
    .values(
      people.map(({ id, at, role, title }) => ({
        ...{ id: uuidv7(), organisationId: organisations.get(at)!, personId: id, role, title },
        since: DEMO_DAY,
      })),
    )
    .execute();
  return new Map(people.map(({ id, email }) => [email, id]));
}

async function fillRoles(db: Db, clusters: Ids, organisations: Ids, persons: Ids) {
  const offices = DEMO_LOGINS.flatMap(({ email, offices = [] }) =>
    offices.map(({ cluster, role }) => ({
      id: uuidv7(),
      clusterId: clusters.get(cluster)!,
      personId: persons.get(email)!,
      role,
      since: DEMO_DAY,
    })),
  );
  const seats = DEMO_LOGINS.flatMap(({ email, seats = [] }) =>
    seats.map(({ at, role, title, since }) => ({
      id: uuidv7(),
      organisationId: organisations.get(at)!,
      personId: persons.get(email)!,
      role,
      title,
      since,
    })),
  );
  await db.insertInto("office").values(offices).execute();
  await db.insertInto("seat").values(seats).execute();
}

async function fillFacts(db: Db, clusters: Ids, organisations: Ids, speakers: Ids) {
  await db
    .insertInto("fact")
    .values(
      INVENTED_FACTS.map(({ cluster, at, field, language, value, visibility, wall = [] }) => ({
        id: uuidv7(),
        clusterId: clusters.get(cluster)!,
        organisationId: organisations.get(at)!,
        field,
        language,
        value,
        visibility,
        wall: wall.map((pic) => organisations.get(pic)!),
        origin: "declared",
        source: INVENTED,
        declaredBy: speakers.get(at) ?? null,
      })),
    )
    .execute();
}

interface LinkWorld {
  organisations: Ids;
  speakers: Ids;
  days: Days;
}

async function fillLinks(db: Db, clusterId: string, slug: string, world: LinkWorld) {
  const members = await db
    .selectFrom("membership as m")
    .innerJoin("organisation as o", "o.id", "m.organisationId")
    .select(["o.pic", "o.kind", "o.city", "m.role"])
    .where("m.clusterId", "=", clusterId)
    .where("o.pic", "is not", null)
    .orderBy("o.pic")
    .execute();
  const ranked = members
    .map((member) => ({ ...member, pic: member.pic! }))
    .toSorted((a, b) => RANK.indexOf(a.role) - RANK.indexOf(b.role));
  const links = [
    ...inventLinks(slug, ranked),
    ...[...RIVAL_LINKS, ...FIRM_LINKS].filter((link) => link.cluster === slug),
  ];
  if (links.length === 0) return;
  await db
    .insertInto("link")
    .values(links.map((link, at) => linkRow(link, clusterId, world, at)))
    .execute();
}

const RANK = ["anchor", "core", "associate", "partner", "applicant"];

function linkRow(
  link: InventedLink,
  clusterId: string,
  { organisations, speakers, days }: LinkWorld,
  at: number,
) {
  const declarer = link.declaredFor === "from" ? link.from : link.to;
  const other = link.declaredFor === "from" ? link.to : link.from;
  return {
    id: uuidv7(),
    clusterId,
    type: link.type,
    nature: link.nature,
    issue: link.issue,
    fromOrganisationId: organisations.get(link.from)!,
    toOrganisationId: organisations.get(link.to)!,
    since: DEMO_DAY,
    // What waits for an answer has waited for some days or weeks.
    createdAt: link.confirmed ? new Date(`${DEMO_DAY}T12:00:00Z`) : days.moment(0, -3 - 2 * at),
    strength: link.strength,
    digitalLevel: link.digitalLevel,
    origin: link.confirmed ? "confirmed" : "declared",
    declaredBy: speakers.get(declarer) ?? null,
    declaredFor: organisations.get(declarer)!,
    confirmedBy: link.confirmed ? (speakers.get(other) ?? null) : null,
    confirmedAt: link.confirmed ? new Date(`${DEMO_DAY}T12:00:00Z`) : null,
    note: NOTE,
    visibility: "cluster",
    wall: (link.wall ?? []).map((pic) => organisations.get(pic)!),
  };
}
