import type { Reason } from "@kontor/matching";
import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { displayName } from "../../../ui/index.ts";
import { needsSeenBy, offersSeenBy } from "../visible.ts";
import type { Named, NamedOrganisation, Why } from "./found.ts";
import { type Eyes, uuids } from "./sources.ts";

/** The names of everything reasons speak of, each asked for with the asker's eyes: what has no name here is not told. */
export interface Names {
  documents: ReadonlyMap<string, Named>;
  links: ReadonlyMap<string, Named>;
  organisations: ReadonlyMap<OrganisationId, NamedOrganisation>;
}

export async function namesFor(
  db: Db,
  eyes: Eyes,
  clusterSlug: string,
  reasons: readonly Reason[],
): Promise<Names> {
  const { documents, links, organisations } = spokenOf(reasons);
  const of = (kind: string) =>
    [...documents].filter((id) => id.startsWith(`${kind}:`)).map((id) => id.slice(kind.length + 1));
  const base = `/clusters/${clusterSlug}`;
  const profiles = of("profile").map((rest) => rest.split(":")[1]!);
  const people = await organisationNames(db, eyes, [...organisations, ...profiles]);
  const named = new Map<string, Named>();
  for (const row of await projectNames(db, eyes, of("project")))
    named.set(`project:${row.id}`, {
      kind: "project",
      id: row.id,
      title: row.acronym ?? row.title,
      href: `${base}/projects/${row.slug}`,
      date: row.date,
    });
  for (const row of await offerNames(db, eyes, of("offer")))
    named.set(`offer:${row.id}`, {
      kind: "offer",
      id: row.id,
      title: row.title,
      href: `${base}/offers/${row.id}`,
      date: row.date,
    });
  for (const kind of ["need", "answer"] as const)
    for (const row of await needNames(db, eyes, of(kind)))
      named.set(`${kind}:${row.id}`, {
        kind,
        id: row.id,
        title: row.title,
        href: `${base}/needs/${row.id}`,
        date: row.date,
      });
  for (const id of documents) {
    const owner = id.startsWith("profile:") ? people.get(id.split(":")[2]!) : undefined;
    if (owner)
      named.set(id, {
        kind: "profile",
        id: owner.id,
        title: null,
        href: `${base}/organisations/${owner.slug}`,
        date: null,
      });
  }
  return { documents: named, links: await linkNames(db, eyes, [...links], base), organisations: people };
}

function spokenOf(reasons: readonly Reason[]) {
  const documents = new Set<string>();
  const links = new Set<string>();
  const organisations = new Set<OrganisationId>();
  for (const reason of reasons) {
    if (reason.signal === "text") for (const { id } of reason.documents) documents.add(id);
    if (reason.signal === "circle") for (const { id } of reason.organisations) organisations.add(id);
    if (reason.signal !== "network") continue;
    for (const id of reason.path) organisations.add(id);
    for (const { id, kind } of reason.via) (kind === "link" ? links : documents).add(id);
  }
  return { documents, links, organisations };
}

/** The reason with its names. A network path is told whole or not at all. */
export function nameReason(reason: Reason, names: Names): Why | null {
  if (reason.signal === "text") {
    const documents = reason.documents.flatMap(({ id, share }) => {
      const named = names.documents.get(id);
      return named ? [{ ...named, share }] : [];
    });
    // The words come from those documents: where one is not seen any more, its words are not told either.
    const whole = documents.length === reason.documents.length;
    return { ...reason, documents, terms: whole ? reason.terms : [] };
  }
  if (reason.signal === "circle") {
    const organisations = reason.organisations.flatMap(({ id, share }) => {
      const named = names.organisations.get(id);
      return named ? [{ ...named, share }] : [];
    });
    return organisations.length > 0 ? { ...reason, organisations } : null;
  }
  if (reason.signal !== "network") return reason;
  const path = reason.path.flatMap((id) => names.organisations.get(id) ?? []);
  const via = reason.via.flatMap(
    ({ id, kind }) => (kind === "link" ? names.links : names.documents).get(id) ?? [],
  );
  return path.length === reason.path.length && via.length === reason.via.length
    ? { ...reason, path, via }
    : null;
}

async function organisationNames(db: Db, { actor }: Eyes, ids: readonly OrganisationId[]) {
  if (ids.length === 0) return new Map<OrganisationId, NamedOrganisation>();
  const rows = await db
    .selectFrom("organisation")
    .select(["organisation.id", "organisation.slug", "organisation.name"])
    .where(sql<boolean>`organisation.id = any (${uuids([...new Set(ids)])})`)
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, name: displayName(row.name) }]));
}

const projectNames = async (db: Db, { actor }: Eyes, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom("project")
        .select(["project.id", "project.slug", "project.acronym", "project.title"])
        .select(sql<string | null>`coalesce(project.signed, project.starts)::text`.as("date"))
        .where(sql<boolean>`project.id = any (${uuids(ids)})`)
        .where(seenBy(actor, { table: "project", owners: ["organisationId"], group: true, person: true }))
        .execute();

const offerNames = async (db: Db, { actor }: Eyes, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom("offer")
        .select(["offer.id", "offer.title"])
        .select(sql<string | null>`offer.opened_at::date::text`.as("date"))
        .where(sql<boolean>`offer.id = any (${uuids(ids)})`)
        .where(offersSeenBy(actor))
        .execute();

const needNames = async (db: Db, { actor }: Eyes, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom("need")
        .select(["need.id", "need.title"])
        .select(sql<string | null>`need.opened_at::date::text`.as("date"))
        .where(sql<boolean>`need.id = any (${uuids(ids)})`)
        .where(needsSeenBy(actor))
        .execute();

async function linkNames(db: Db, { actor }: Eyes, ids: readonly string[], base: string) {
  if (ids.length === 0) return new Map<string, Named>();
  const rows = await db
    .selectFrom("link")
    .select(["link.id", "link.nature", "link.since"])
    .where(sql<boolean>`link.id = any (${uuids(ids)})`)
    .where(
      seenBy(actor, {
        table: "link",
        owners: ["fromOrganisationId", "toOrganisationId"],
        group: true,
        person: true,
      }),
    )
    .execute();
  return new Map(
    rows.map(({ id, nature, since }): [string, Named] => [
      id,
      { kind: "link", id, title: nature, href: `${base}/links/${id}`, date: since },
    ]),
  );
}
