import { can } from "../../../access/can.ts";
import type { Actor, MembershipRole, SeatRole } from "../../../kernel/actor.ts";
import type { Visible } from "../../../kernel/visibility.ts";
import { NATURES, type Nature, type OwnField, readOwnValue } from "../../registry/feature.ts";
import type { Options } from "../options.ts";
import type {
  Entry,
  FactGiven,
  IdentityGiven,
  LinkEntry,
  OrganisationEntry,
  PersonGiven,
} from "../rows/entry.ts";
import { isError, type Reason, type RowProblem } from "../rows/problem.ts";
import type { Known } from "./known.ts";
import { type Candidate, handleOf, matchOrganisation, matchReference } from "./match.ts";
import { samePlaceName } from "./same.ts";
import { factKeys, key, type LinkStanding, type Standing } from "./standing.ts";
import { whereabouts } from "./whereabouts.ts";
import type { Words } from "./words.ts";

/** One thing that a row writes. `organisation` is the one the row is about. */
export type Write =
  | { do: "add-organisation"; identity: IdentityGiven & { name: string } }
  | { do: "change-organisation"; changes: Record<string, unknown> }
  | { do: "begin-membership"; role: MembershipRole; since: string; levelId: string | null }
  | { do: "change-membership"; id: string; changes: { role?: string; levelId?: string } }
  | { do: "add-fact"; fact: FactGiven }
  | { do: "add-person"; person: PersonGiven }
  | { do: "invite"; person: PersonGiven & { email: string }; role: SeatRole }
  | { do: "put-label"; name: string }
  | { do: "set-own"; field: OwnField; value: string }
  | { do: "add-note"; text: string; at?: string }
  | { do: "add-link"; other: Candidate; link: Omit<LinkEntry, "kind" | "from" | "to">; nature: Nature };

export type Outcome = "new" | "match" | "repeat" | "unchanged" | "error" | "skipped";

export interface Plan {
  outcome: Outcome;
  /** The organisation meant, when there is one already or an earlier row brings it. */
  organisation: Candidate | null;
  writes: Write[];
  problems: RowProblem[];
}

export interface Surroundings {
  actor: Actor;
  cluster: Visible;
  options: Options;
  today: string;
  candidates: readonly Candidate[];
  standing: Standing;
  /** What competences are called in the vocabulary. */
  words: Words;
  /** The column of a target in the sheet of the row, to point at. */
  column: (target: string) => number | null;
}

/** What a row would write, and what speaks against it. The dry run and the writing both ask here. */
export function plan(entry: Entry, around: Surroundings): Plan {
  switch (entry.kind) {
    case "organisations":
      return planOrganisation(entry, around);
    case "links":
      return planLink(entry, around);
    default:
      return planAbout(entry, around);
  }
}

function planOrganisation(entry: OrganisationEntry, around: Surroundings): Plan {
  const { options, today, actor, cluster } = around;
  const matched = matchOrganisation(entry, around.candidates);
  if (!matched.ok)
    return refused(
      matched.problem,
      around.column(entry.id ? "id" : "name"),
      entry.identity.name ?? entry.id ?? "",
    );
  const organisation = matched.value;
  const problems: RowProblem[] = [];
  const writes: Write[] = [];
  if (organisation === null) {
    if (entry.identity.name === undefined) return refused("required", around.column("name"), "");
    if (!can(actor, "import.run", cluster)) return refused("not-allowed", null, "");
    const { name, city } = entry.identity;
    const place = whereabouts(entry.identity);
    if (place === "unknown") problems.push(unknownTown(city!, around));
    writes.push({
      do: "add-organisation",
      identity: { ...entry.identity, ...(place === "unknown" ? {} : place), name },
    });
  }
  const known = isKnown(organisation) ? organisation : null;
  const role = entry.role ?? (options.role === "none" ? null : options.role);
  const belongs = organisation?.memberHere ?? false;
  if (!belongs && role) {
    if (!can(actor, "membership.keep", cluster)) return refused("not-allowed", null, "");
    writes.push({
      do: "begin-membership",
      role,
      since: entry.memberSince ?? today,
      levelId: entry.levelId ?? null,
    });
  }
  const memberHere = belongs || role !== null;
  if (known) {
    writes.push(...changes(entry, known, around, problems));
  }
  const about = aboutOrganisation(entry, organisation, memberHere, around, problems);
  writes.push(...about);
  return done(
    organisation === null ? "new" : organisation.row !== null ? "repeat" : "match",
    organisation,
    writes,
    problems,
  );
}

/** What the row says differently of an organisation that is here; empty cells say nothing. */
function changes(
  entry: OrganisationEntry,
  known: Known,
  around: Surroundings,
  problems: RowProblem[],
): Write[] {
  const { options, actor } = around;
  const writes: Write[] = [];
  const differing = Object.entries(entry.identity).filter(
    ([field, value]) => value !== undefined && !same(field, known.identity[field], value),
  );
  if (differing.length > 0) {
    if (options.existing === "add") {
      // What is empty may be filled; what stands there stays.
      const empty = differing.filter(([field]) => isEmpty(known.identity[field]));
      if (empty.length < differing.length)
        problems.push({
          column: around.column(targetOf(differing[0]![0])),
          reason: "only-new",
          warning: true,
        });
      if (empty.length > 0) writes.push({ do: "change-organisation", changes: Object.fromEntries(empty) });
    } else writes.push({ do: "change-organisation", changes: Object.fromEntries(differing) });
  }
  place(entry.identity, known, writes, around, problems);
  if (writes.length > 0 && !can(actor, "organisation.edit", subjectOf(known, true)))
    problems.push({ column: null, reason: "not-allowed" });
  const { membership } = known;
  if (membership) {
    const role = entry.role && entry.role !== membership.role ? { role: entry.role } : {};
    const level = entry.levelId && entry.levelId !== membership.levelId ? { levelId: entry.levelId } : {};
    const wanted = { ...role, ...level };
    if (Object.keys(wanted).length > 0 && options.existing === "update")
      writes.push({ do: "change-membership", id: membership.id, changes: wanted });
    if (entry.memberSince && entry.memberSince !== membership.since)
      problems.push({
        column: around.column("memberSince"),
        reason: "since-differs",
        values: { said: membership.since },
        warning: true,
      });
  }
  return writes;
}

/** Who moves gets another place on the map, and who has none the one of the town that the row names. */
function place(
  said: IdentityGiven,
  known: Known,
  writes: Write[],
  around: Surroundings,
  problems: RowProblem[],
): void {
  const held = known.identity as { country?: string | null; lat?: number | null };
  const change = writes.find((write) => write.do === "change-organisation");
  const changes = change?.changes ?? {};
  const moves = "city" in changes || "country" in changes;
  if (said.city === undefined || "lat" in changes || (!moves && held.lat !== null)) return;
  const country = said.country ?? held.country;
  const found = whereabouts({
    city: said.city,
    ...(country ? { country } : {}),
    ...(said.nuts ? { nuts: said.nuts } : {}),
  });
  if (found === "unknown") problems.push(unknownTown(said.city, around));
  // Where a town is not known, its firm is nowhere, and not where it was before.
  const placed =
    found !== "unknown"
      ? found
      : (held.lat ?? null) === null
        ? {}
        : { lat: null, lon: null, nuts: said.nuts ?? null };
  if (Object.keys(placed).length === 0) return;
  if (change) Object.assign(changes, placed);
  else writes.push({ do: "change-organisation", changes: placed });
}

const unknownTown = (city: string, around: Surroundings): RowProblem => ({
  column: around.column("city"),
  reason: "town-unknown",
  values: { said: city.slice(0, 80) },
  warning: true,
});

function aboutOrganisation(
  entry: OrganisationEntry,
  organisation: Candidate | null,
  memberHere: boolean,
  around: Surroundings,
  problems: RowProblem[],
): Write[] {
  const { standing, actor, cluster } = around;
  const id = handleOf(organisation);
  const writes: Write[] = [];
  const facts = entry.facts
    .map((fact) => around.words.of(fact))
    .filter((fact) => !factKeys(id, fact).some((one) => standing.facts.has(one)));
  const firstFact = facts[0];
  if (firstFact && !memberHere)
    problems.push({ column: around.column(firstFact.field), reason: "no-member" });
  for (const fact of facts) writes.push({ do: "add-fact", fact });
  if (entry.person) writes.push(...planPerson(entry.person, id, memberHere, around, problems));
  for (const name of entry.labels) {
    const label = standing.labels.get(key(name));
    if (!label || !standing.labelled.has(key(id, label))) writes.push({ do: "put-label", name });
  }
  for (const { field, value } of entry.own) {
    const held = standing.own.get(key(id, field.id)) ?? null;
    const read = readOwnValue(field, value, "de", held);
    if (read.ok && read.value !== held && (held === null || around.options.existing === "update"))
      writes.push({ do: "set-own", field, value });
  }
  if (
    writes.some((write) => write.do === "put-label" || write.do === "set-own") &&
    !can(actor, "own-value.set", cluster)
  )
    problems.push({ column: null, reason: "not-allowed" });
  if (entry.note !== undefined && !standing.notes.has(key(id, entry.note))) {
    if (!mayWriteNote(id, around)) problems.push({ column: around.column("note"), reason: "not-allowed" });
    writes.push({ do: "add-note", text: entry.note });
  }
  return writes;
}

function planPerson(
  person: PersonGiven,
  organisationId: string,
  memberHere: boolean,
  around: Surroundings,
  problems: RowProblem[],
): Write[] {
  const { standing, actor } = around;
  const writes: Write[] = [];
  if (!memberHere) {
    problems.push({ column: around.column("personName"), reason: "no-member" });
    return writes;
  }
  if (!standing.facts.has(key(organisationId, "people", person.name)))
    writes.push({ do: "add-person", person });
  const { email, seatRole } = person;
  if (email && seatRole && !standing.invited.has(key(organisationId, email, seatRole))) {
    const organisation = around.candidates.find((one) => handleOf(one) === organisationId) ?? null;
    const subject = isKnown(organisation)
      ? subjectOf(organisation, true)
      : publicSubject(organisationId, around);
    if (!can(actor, "seat.give", subject))
      problems.push({ column: around.column("seatRole"), reason: "seat-not-allowed" });
    writes.push({ do: "invite", person: { ...person, email }, role: seatRole });
  }
  return writes;
}

function planAbout(entry: Extract<Entry, { kind: "people" | "notes" }>, around: Surroundings): Plan {
  const found = matchReference(entry.organisation, around.candidates);
  if (!found.ok) return refused(found.problem, around.column("organisation"), entry.organisation);
  const organisation = found.value;
  const problems: RowProblem[] = [];
  const id = handleOf(organisation);
  if (entry.kind === "notes") {
    if (around.standing.notes.has(key(id, entry.text))) return done("unchanged", organisation, [], problems);
    if (!mayWriteNote(id, around)) problems.push({ column: around.column("text"), reason: "not-allowed" });
    const at = entry.writtenAt;
    return done("new", organisation, [{ do: "add-note", text: entry.text, ...(at ? { at } : {}) }], problems);
  }
  const writes = planPerson(entry.person, id, organisation.memberHere, around, problems);
  return done("new", organisation, writes, problems);
}

function planLink(entry: LinkEntry, around: Surroundings): Plan {
  const from = matchReference(entry.from, around.candidates);
  if (!from.ok) return refused(from.problem, around.column("from"), entry.from);
  const to = matchReference(entry.to, around.candidates);
  if (!to.ok) return refused(to.problem, around.column("to"), entry.to);
  if (from.value === to.value) return refused("with-itself", around.column("to"), entry.to);
  if (!from.value.memberHere && !to.value.memberHere)
    return refused("no-member", around.column("from"), entry.from);
  if (!can(around.actor, "import.run", around.cluster)) return refused("not-allowed", null, "");
  const nature = entry.nature as Nature;
  const { from: _, to: __, kind: ___, ...link } = entry;
  if (around.standing.links.some((one) => sameLink(one, from.value, to.value, entry)))
    return done("unchanged", from.value, [], [{ column: null, reason: "link-exists", warning: true }]);
  // Nobody but the other side can confirm it, the team no more than the firm itself.
  const waits: RowProblem[] =
    nature === "member"
      ? [
          {
            column: around.column("nature"),
            reason: "waits-for-other-side",
            values: { said: to.value.name.slice(0, 80) },
            warning: true,
          },
        ]
      : [];
  return done("new", from.value, [{ do: "add-link", other: to.value, link, nature }], waits);
}

function sameLink(
  one: LinkStanding,
  from: Candidate,
  to: Candidate,
  { nature, since, until }: LinkEntry,
): boolean {
  if (one.nature !== nature) return false;
  if ((one.since ?? "") > (until ?? "9999") || (since ?? "") > (one.until ?? "9999")) return false;
  const [here, there] = [handleOf(from), handleOf(to)];
  const forth = one.fromOrganisationId === here && one.toOrganisationId === there;
  const back = one.fromOrganisationId === there && one.toOrganisationId === here;
  return forth || (back && !NATURES[nature as Nature].directed);
}

function done(
  wanted: Outcome,
  organisation: Candidate | null,
  writes: Write[],
  problems: RowProblem[],
): Plan {
  if (problems.some(isError)) return { outcome: "error", organisation, writes: [], problems };
  const outcome = writes.length === 0 ? "unchanged" : wanted;
  return { outcome, organisation, writes, problems };
}

function refused(reason: Reason, column: number | null, said: string): Plan {
  return {
    outcome: "error",
    organisation: null,
    writes: [],
    problems: [{ column, reason, ...(said ? { values: { said: said.slice(0, 80) } } : {}) }],
  };
}

export const isKnown = (candidate: Candidate | null): candidate is Known =>
  candidate !== null && "identity" in candidate;

const subjectOf = (known: Known, memberHere: boolean) => ({
  id: known.id,
  clusterId: known.clusterId,
  visibility: known.visibility,
  owners: [known.id],
  wall: known.wall,
  memberHere,
});

/** A firm that a row of this file brings: everybody sees it, and it belongs here. */
const publicSubject = (id: string, around: Surroundings) => ({
  id,
  clusterId: around.cluster.clusterId,
  visibility: "public" as const,
  owners: [id],
  wall: [],
  memberHere: true,
});

const mayWriteNote = (organisationId: string, { actor, cluster }: Surroundings) =>
  can(actor, "note.write", { clusterId: cluster.clusterId, organisationId, writtenBy: actor.personId });

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

function same(field: string, held: unknown, said: unknown): boolean {
  if (Array.isArray(said))
    return Array.isArray(held) && said.length === held.length && said.every((one) => held.includes(one));
  if (held === null || held === undefined) return false;
  if (typeof said === "number") return Math.abs(Number(held) - said) < 1e-6;
  if (field === "vat")
    return (
      String(held)
        .replace(/[^A-Za-z0-9]/g, "")
        .toUpperCase() === said
    );
  if (field === "name" || field === "city") return samePlaceName(String(held), String(said));
  if (field === "url") return String(held).replace(/\/$/, "") === String(said).replace(/\/$/, "");
  return held === said;
}

const targetOf = (field: string) => (field === "kind" ? "organisationKind" : field);
