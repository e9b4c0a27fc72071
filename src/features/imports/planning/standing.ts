import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";

/** What is kept of organisations already, so that nothing is said twice. */
export interface Standing {
  facts: Set<string>;
  notes: Set<string>;
  /** Labels by name, each with its id. */
  labels: Map<string, string>;
  labelled: Set<string>;
  own: Map<string, string | number>;
  invited: Set<string>;
  links: LinkStanding[];
}

export interface LinkStanding {
  fromOrganisationId: string;
  toOrganisationId: string;
  nature: string;
  since: string | null;
  until: string | null;
}

/** What an item of a profile is told apart by: its code where its field has codes, otherwise its words. */
export const factKeys = (
  organisationId: string,
  { field, value, code }: { field: string; value: string; code: string | null },
): string[] => [
  key(organisationId, field, value),
  ...(code === null ? [] : [key(organisationId, field, "code", code)]),
];

export const key = (...parts: readonly string[]) => parts.join("\u0000").toLowerCase();

export async function readStanding(
  db: Db,
  actor: Actor,
  clusterId: string,
  organisations: readonly string[],
): Promise<Standing> {
  const among = sql<string>`any (${[...organisations]}::uuid[])`;
  const [facts, notes, labels, labelled, own, invited, seated, links] = await Promise.all([
    db
      .selectFrom("fact")
      .select(["fact.organisationId", "fact.field", "fact.value", "fact.code"])
      .where("fact.clusterId", "=", clusterId)
      .where("fact.organisationId", "=", among)
      .where(seenBy(actor, { table: "fact", owners: ["organisationId"], group: true, person: true }))
      .execute(),
    db
      .selectFrom("note")
      .select(["organisationId", "text"])
      .where("clusterId", "=", clusterId)
      .where("organisationId", "=", among)
      .where("removedAt", "is", null)
      .execute(),
    db
      .selectFrom("label")
      .select(["id", "name"])
      .where("clusterId", "=", clusterId)
      .where("removedAt", "is", null)
      .execute(),
    db
      .selectFrom("organisationLabel")
      .select(["organisationId", "labelId"])
      .where("clusterId", "=", clusterId)
      .where("organisationId", "=", among)
      .execute(),
    db
      .selectFrom("ownValue")
      .select(["organisationId", "fieldId", "textValue", "numberValue", "dateValue"])
      .where("clusterId", "=", clusterId)
      .where("organisationId", "=", among)
      .execute(),
    db
      .selectFrom("invitation")
      .select(["organisationId", "email", "role"])
      .where("organisationId", "=", among)
      .where("acceptedAt", "is", null)
      .where("withdrawnAt", "is", null)
      .execute(),
    db
      .selectFrom("seat")
      .innerJoin("person", "person.id", "seat.personId")
      .select(["seat.organisationId", "person.email", "seat.role"])
      .where("seat.organisationId", "=", among)
      .where("seat.until", "is", null)
      .execute(),
    db
      .selectFrom("link")
      .select(["link.fromOrganisationId", "link.toOrganisationId", "link.nature", "link.since", "link.until"])
      .where("link.clusterId", "=", clusterId)
      .where("link.origin", "<>", "derived")
      .where("link.fromOrganisationId", "=", among)
      .where(
        seenBy(actor, {
          table: "link",
          owners: ["fromOrganisationId", "toOrganisationId"],
          group: true,
          person: true,
        }),
      )
      .execute(),
  ]);
  return {
    facts: new Set(facts.flatMap((fact) => factKeys(fact.organisationId, fact))),
    notes: new Set(notes.map((note) => key(note.organisationId, note.text))),
    labels: new Map(labels.map((label) => [key(label.name), label.id])),
    labelled: new Set(labelled.map((put) => key(put.organisationId, put.labelId))),
    own: new Map(
      own.map((row) => [
        key(row.organisationId, row.fieldId),
        (row.textValue ?? row.numberValue ?? row.dateValue)!,
      ]),
    ),
    invited: new Set([...invited, ...seated].map((one) => key(one.organisationId!, one.email, one.role))),
    links,
  };
}

export const emptyStanding = (): Standing => ({
  facts: new Set(),
  notes: new Set(),
  labels: new Map(),
  labelled: new Set(),
  own: new Map(),
  invited: new Set(),
  links: [],
});

/** Adds what was read of further organisations. */
export function takeIn(standing: Standing, more: Standing): void {
  for (const name of ["facts", "notes", "labelled", "invited"] as const)
    for (const one of more[name]) standing[name].add(one);
  for (const name of ["labels", "own"] as const)
    for (const [at, value] of more[name]) (standing[name] as Map<string, unknown>).set(at, value);
  standing.links.push(...more.links);
}
