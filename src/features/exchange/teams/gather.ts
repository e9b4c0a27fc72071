import type { Candidate as TeamCandidate } from "@kontor/matching";
import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Match } from "../matching/found.ts";
import { type Eyes, FACT, openBeside } from "../matching/sources.ts";

/** One project leaves a doubt of this size whether its partner masters what it was about; each further one as much of the rest. */
const DOUBT = 0.5;
/** What somebody says of themselves. */
const SAID = 0.7;

const NUTS_2 = 4;
const SMALL = ["micro", "small", "medium", "sme"];

/**
 * The matches of a need as candidates for a team: what each masters of `codes`, by public projects and by what it says of itself as the asker
 * may read it; what it usually had of a project.
 */
export async function candidatesFrom(
  db: Db,
  eyes: Eyes,
  matches: readonly Match[],
  codes: readonly string[],
): Promise<TeamCandidate[]> {
  const ids = matches.map(({ organisation }) => organisation.id);
  if (ids.length === 0 || codes.length === 0) return [];
  const [done, said, costs] = await Promise.all([
    doneBy(db, ids, codes),
    saidBy(db, eyes, ids, codes),
    costsOf(db, ids),
  ]);
  return matches.map(({ organisation, fit }) => ({
    id: organisation.id,
    competences: strengths(codes, done.get(organisation.id), said.get(organisation.id)),
    relevance: fit,
    cost: costs.get(organisation.id) ?? 0,
    kind: organisation.kind,
    isSme: organisation.sizeClass !== null && SMALL.includes(organisation.sizeClass),
    ...(organisation.country ? { country: organisation.country } : {}),
    ...(organisation.nuts && organisation.nuts.length >= NUTS_2
      ? { region: organisation.nuts.slice(0, NUTS_2) }
      : {}),
  }));
}

function strengths(
  codes: readonly string[],
  projects: ReadonlyMap<string, number> | undefined,
  said: ReadonlySet<string> | undefined,
): Record<string, number> {
  return Object.fromEntries(
    codes.flatMap((code) => {
      const doubt = DOUBT ** (projects?.get(code) ?? 0) * (said?.has(code) ? 1 - SAID : 1);
      return doubt < 1 ? [[code, 1 - doubt]] : [];
    }),
  );
}

/** How many public projects of each carry which competence, with what lies below it. */
async function doneBy(db: Db, ids: readonly OrganisationId[], codes: readonly string[]) {
  const rows = await db
    .selectFrom("organisationCompetence")
    .select(["organisationId", "code", "projects"])
    .where("organisationId", "in", [...ids])
    .where("code", "in", [...codes])
    .execute();
  const found = new Map<string, Map<string, number>>();
  for (const { organisationId, code, projects } of rows) {
    const own = found.get(organisationId) ?? new Map();
    found.set(organisationId, own.set(code, projects));
  }
  return found;
}

async function saidBy(db: Db, eyes: Eyes, ids: readonly OrganisationId[], codes: readonly string[]) {
  const rows = await db
    .selectFrom("fact")
    .select(["organisationId", "code"])
    .where("organisationId", "in", [...ids])
    .where("code", "in", [...codes])
    .where((eb) => eb.or([eb("validUntil", "is", null), eb("validUntil", ">=", eyes.today)]))
    .where(seenBy(eyes.actor, FACT))
    .where(openBeside(eyes, "fact"))
    .execute();
  const found = new Map<string, Set<string>>();
  for (const { organisationId, code } of rows)
    found.set(organisationId, (found.get(organisationId) ?? new Set()).add(code!));
  return found;
}

/** In euros, the mean over public projects that name a sum. */
async function costsOf(db: Db, ids: readonly OrganisationId[]) {
  const rows = await db
    .selectFrom("participation")
    .select(["organisationId", sql<number>`(avg(contribution_cents) / 100)::float8`.as("mean")])
    .where("organisationId", "in", [...ids])
    .where("visibility", "=", "public")
    .where("contributionCents", ">", 0)
    .groupBy("organisationId")
    .execute();
  return new Map(rows.map(({ organisationId, mean }) => [organisationId, mean]));
}

const NACE_CLASS = 5;

/** Pairs of enterprises that share an industry down to the class, as C25.62. */
export async function rivalsAmong(
  db: Db,
  ids: readonly OrganisationId[],
): Promise<[OrganisationId, OrganisationId][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("organisation")
    .select(["id", "industries"])
    .where("id", "in", [...ids])
    .where("kind", "=", "enterprise")
    .orderBy("id")
    .execute();
  const classes = rows.map(({ id, industries }) => ({
    id,
    of: new Set(industries.filter((code) => code.replace(/^[A-U](?=\d)/, "").length >= NACE_CLASS)),
  }));
  return classes.flatMap((one, at) =>
    classes
      .slice(at + 1)
      .filter((other) => [...one.of].some((code) => other.of.has(code)))
      .map((other): [string, string] => [one.id, other.id]),
  );
}
