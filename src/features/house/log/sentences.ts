import type { Locale } from "../../../kernel/locale.ts";
import { displayName } from "../../../ui/index.ts";
import { officeWord, seatWord } from "../../accounts/feature.ts";
import { logMessages, sayLog } from "./messages.ts";
import type { LinkEnds, LogBody, LogEntry, Names } from "./store.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Everybody and everything an entry speaks of, so that names are asked for once. */
export function mentioned(entries: readonly LogEntry[]) {
  const people = new Set<string>();
  const organisations = new Set<string>();
  for (const entry of entries) {
    for (const id of [entry.personId, personIn(entry)]) if (id) people.add(id);
    for (const id of organisationsIn(entry)) organisations.add(id);
  }
  return { people: [...people], organisations: [...organisations] };
}

/** An entry as a person would tell it. What is not known by name here is spoken of without one. */
export function sentenceOf(entry: LogEntry, names: Names, locale: Locale): string {
  const say = sayLog(locale);
  const person = personIn(entry);
  const [first, second] = organisationsIn(entry).map((id) => names.organisations.get(id)?.name);
  const values = {
    who: entry.personId ? (names.people.get(entry.personId) ?? say("log.somebody")) : "Kontor",
    person: (person && names.people.get(person)) ?? say("log.somebody.object"),
    organisation: first ? displayName(first) : say("log.an-organisation"),
    other: second ? displayName(second) : say("log.an-organisation"),
    role: roleIn(entry, locale),
    count: countIn(entry.body),
    action: entry.action,
    subject: entry.subjectKind,
  };
  const key = `log.${entry.action}`;
  return say(key in logMessages ? (key as keyof typeof logMessages) : "log.other", values);
}

const told = ({ before, after }: LogBody) => ({ ...before, ...after });

function personIn({ body, subjectKind, subjectId }: LogEntry): string | null {
  const { personId } = told(body);
  if (isId(personId)) return personId;
  return subjectKind === "person" && isId(subjectId) ? subjectId : null;
}

function organisationsIn({ body, subjectKind, subjectId }: LogEntry): string[] {
  const { organisationId, fromOrganisationId, toOrganisationId, from, to } = told(body);
  const ids = [fromOrganisationId ?? from, toOrganisationId ?? to, organisationId].filter(isId);
  if (subjectKind === "organisation" && isId(subjectId)) ids.push(subjectId);
  return [...new Set(ids)];
}

const isId = (value: unknown): value is string => typeof value === "string" && UUID.test(value);

/** A confirmation says only that it was one: of which link's ends, the link itself has to tell. */
export const linksWithoutEnds = (entries: readonly LogEntry[]): string[] =>
  entries.flatMap((entry) =>
    entry.subjectKind === "link" && isId(entry.subjectId) && organisationsIn(entry).length === 0
      ? [entry.subjectId]
      : [],
  );

export const withEnds = (entries: readonly LogEntry[], ends: ReadonlyMap<string, LinkEnds>): LogEntry[] =>
  entries.map((entry) => {
    const found = entry.subjectKind === "link" ? ends.get(entry.subjectId ?? "") : undefined;
    return found ? { ...entry, body: { ...entry.body, after: { ...entry.body.after, ...found } } } : entry;
  });

function roleIn({ body, subjectKind }: LogEntry, locale: Locale): string {
  const { role, title } = told(body);
  if (typeof role !== "string") return "";
  const word = subjectKind === "office" ? officeWord(role, locale) : seatWord(role, locale);
  return typeof title === "string" ? title : word;
}

function countIn(body: LogBody): number {
  const { rows, count } = told(body);
  return typeof rows === "number" ? rows : typeof count === "number" ? count : 0;
}

/** The latest entry's way to what it speaks of. */
export function subjectHref(entry: LogEntry, names: Names, cluster: string | null): string | undefined {
  if (cluster === null) return undefined;
  const home = `/clusters/${cluster}`;
  const organisation = organisationsIn(entry)
    .map((id) => names.organisations.get(id))
    .find(Boolean);
  if (entry.subjectKind === "office") return `${home}/team`;
  if (!organisation) return undefined;
  const page = `${home}/organisations/${organisation.slug}`;
  return entry.subjectKind === "seat" ? `${page}/seats` : page;
}
