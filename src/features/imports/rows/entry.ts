import type { MembershipRole, SeatRole } from "../../../kernel/actor.ts";
import {
  type FactValues,
  factShape,
  factValues,
  languageCalled,
  type OwnField,
  readOwnValue,
} from "../../registry/feature.ts";
import {
  FACT_TARGETS,
  type FactTarget,
  NEEDED,
  OWN,
  ROW_KIND,
  type RowKind,
  type SheetMapping,
} from "../mapping/targets.ts";
import { isError, type Reason, type RowProblem } from "./problem.ts";
import * as values from "./values.ts";
import {
  issueOf,
  membershipRoleOf,
  natureOf,
  organisationKindOf,
  rowKindOf,
  seatRoleOf,
  sizeClassOf,
} from "./words.ts";

/** The public identity as far as a row tells it. */
export interface IdentityGiven {
  name?: string;
  shortName?: string;
  kind?: string;
  sizeClass?: string;
  industries?: string[];
  street?: string;
  postal?: string;
  city?: string;
  country?: string;
  nuts?: string;
  lat?: number;
  lon?: number;
  url?: string;
  vat?: string;
  lei?: string;
  ror?: string;
  pic?: string;
  registerNumber?: string;
}

/** An item as its field's shape has it; a competence gets its word of the vocabulary when it is planned. */
export interface FactGiven extends FactValues {
  field: FactTarget;
}

export interface PersonGiven {
  name: string;
  title?: string;
  email?: string;
  phone?: string;
  seatRole?: SeatRole;
}

export interface OrganisationEntry {
  kind: "organisations";
  id?: string;
  identity: IdentityGiven;
  role?: MembershipRole;
  levelId?: string;
  memberSince?: string;
  facts: FactGiven[];
  labels: string[];
  own: { field: OwnField; value: string }[];
  note?: string;
  person?: PersonGiven;
}
export interface PersonEntry {
  kind: "people";
  organisation: string;
  person: PersonGiven;
}
export interface LinkEntry {
  kind: "links";
  from: string;
  to: string;
  nature: string;
  since?: string;
  until?: string;
  issue?: string;
  note?: string;
}
export interface NoteEntry {
  kind: "notes";
  organisation: string;
  text: string;
  writtenAt?: string;
}
export type Entry = OrganisationEntry | PersonEntry | LinkEntry | NoteEntry;

/** What the words of a sheet are measured by. */
export interface Vocabulary {
  locale: "en" | "de";
  today: string;
  own: readonly OwnField[];
  levels: readonly { id: string; nameEn: string; nameDe: string }[];
}

export interface RowRead {
  kind: RowKind | null;
  /** Missing where the row cannot be used. */
  entry: Entry | null;
  problems: RowProblem[];
}

/** A row as what it says, or with every reason why not. */
export function readRow(cells: readonly string[], mapping: SheetMapping, vocabulary: Vocabulary): RowRead {
  const reader = new RowReader(cells, mapping, vocabulary);
  const kind = reader.kind();
  if (kind === null) return { kind, entry: null, problems: reader.problems };
  const entry = reader.entry(kind);
  const bad = reader.problems.some(isError);
  return { kind, entry: bad ? null : entry, problems: reader.problems };
}

class RowReader {
  readonly problems: RowProblem[] = [];
  private readonly cells: readonly string[];
  private readonly mapping: SheetMapping;
  private readonly vocabulary: Vocabulary;

  constructor(cells: readonly string[], mapping: SheetMapping, vocabulary: Vocabulary) {
    this.cells = cells;
    this.mapping = mapping;
    this.vocabulary = vocabulary;
  }

  kind(): RowKind | null {
    const { kind } = this.mapping;
    if (kind === "none") return null;
    if (kind !== "mixed") return kind;
    const said = this.text(ROW_KIND);
    const found = said === undefined ? null : rowKindOf(said);
    if (!found)
      this.wrong(ROW_KIND, said === undefined ? "required" : "not-a-row-kind", { said: said ?? "" });
    return found;
  }

  entry(kind: RowKind): Entry {
    const has = (target: string) => this.text(target) !== undefined;
    for (const needed of NEEDED[kind])
      if (!needed.some(has)) this.problems.push({ column: this.column(needed[0]!), reason: "required" });
    switch (kind) {
      case "organisations":
        return this.organisation();
      case "people":
        return { kind, organisation: this.text("organisation") ?? "", person: this.person() ?? { name: "" } };
      case "links":
        return this.link();
      case "notes":
        return {
          kind,
          organisation: this.text("organisation") ?? "",
          text: this.bounded("text", 8000) ?? "",
          ...given({ writtenAt: this.date("writtenAt") }),
        };
    }
  }

  private organisation(): OrganisationEntry {
    const { vocabulary } = this;
    const id = this.text("id");
    if (id !== undefined && !UUID.test(id)) this.wrong("id", "unknown-organisation", { said: id });
    const role = this.word("role", membershipRoleOf, "not-a-role") as MembershipRole | undefined;
    const levelName = this.text("level");
    const level = vocabulary.levels.find((one) =>
      [one.nameEn, one.nameDe, one.id].some((name) => name.toLowerCase() === levelName?.toLowerCase()),
    );
    if (levelName !== undefined && !level) this.wrong("level", "unknown-level", { said: levelName });
    const memberSince = this.date("memberSince");
    if (memberSince !== undefined && memberSince > vocabulary.today)
      this.wrong("memberSince", "in-the-future");
    return {
      kind: "organisations",
      identity: this.identity(),
      facts: this.facts(),
      labels: values.itemsOf(this.text("labels") ?? "", true).map((label) => label.slice(0, 60)),
      own: this.own(),
      ...given({
        id: id?.toLowerCase(),
        role,
        levelId: level?.id,
        memberSince,
        note: this.bounded("note", 8000),
        person: this.person(),
      }),
    };
  }

  private identity(): IdentityGiven {
    const industries = this.text("industries");
    const codes =
      industries === undefined
        ? []
        : values.itemsOf(industries, true).map((code) => [code, values.naceOf(code)] as const);
    for (const [code, known] of codes) if (!known) this.wrong("industries", "not-a-nace", { said: code });
    const lat = this.degrees("lat", 90);
    const lon = this.degrees("lon", 180);
    return given({
      name: this.bounded("name", 400),
      shortName: this.bounded("shortName", 120),
      kind: this.word("organisationKind", organisationKindOf, "not-a-kind"),
      sizeClass: this.word("sizeClass", sizeClassOf, "not-a-size"),
      industries:
        industries === undefined
          ? undefined
          : codes.flatMap(([, known]) => (known ? [known] : [])).slice(0, 20),
      street: this.bounded("street", 300),
      postal: this.bounded("postal", 40),
      city: this.bounded("city", 200),
      country: this.word("country", values.countryOf, "not-a-country"),
      nuts: this.word(
        "nuts",
        (text) => (/^[A-Z]{2}[A-Z0-9]{0,3}$/.test(text.toUpperCase()) ? text.toUpperCase() : null),
        "not-a-nuts",
      ),
      // Half a place is none.
      lat: lon === undefined ? undefined : lat,
      lon: lat === undefined ? undefined : lon,
      url: this.word("url", values.urlOf, "not-a-url"),
      vat: this.word("vat", values.vatOf, "not-a-vat"),
      lei: this.word(
        "lei",
        (text) => (/^[A-Z0-9]{18}\d{2}$/.test(text.toUpperCase()) ? text.toUpperCase() : null),
        "not-a-lei",
      ),
      ror: this.word(
        "ror",
        (text) => (/^https:\/\/ror\.org\/0[a-z0-9]{8}$/.test(text) ? text : null),
        "not-a-ror",
      ),
      pic: this.bounded("pic", 40),
      registerNumber: this.bounded("registerNumber", 80),
    });
  }

  private facts(): FactGiven[] {
    const until = this.date("certificateUntil");
    return FACT_TARGETS.flatMap((field): FactGiven[] => {
      const text = this.bounded(field, 8000);
      if (text === undefined) return [];
      const items = ONE_TEXT.has(field) ? [text] : values.itemsOf(text, BY_COMMA.has(field));
      return items.flatMap((item) => this.fact(field, item, until));
    });
  }

  private fact(field: FactTarget, item: string, until: string | undefined): FactGiven[] {
    const said =
      field === "languages"
        ? { code: languageCalled(item) ?? item }
        : field === "certificates"
          ? given({ validUntil: until, ...certificateOf(item) })
          : { value: item };
    const parsed = factShape(field).safeParse(said);
    if (parsed.success) return [{ field, ...factValues(field, parsed.data) }];
    const [issue] = parsed.error.issues;
    if (issue?.code === "too_big") this.wrong(field, "too-long", { most: Number(issue.maximum) });
    else this.wrong(field, "not-a-language", { said: item });
    return [];
  }

  private own(): { field: OwnField; value: string }[] {
    return this.vocabulary.own.flatMap((field) => {
      const value = this.text(OWN + field.key);
      if (value === undefined) return [];
      const read = readOwnValue(field, value, this.vocabulary.locale);
      if (read.ok) return [{ field, value }];
      const reason: Reason = read.problem === "not-text" ? "not-a-choice" : read.problem;
      this.wrong(OWN + field.key, reason, { said: value, choices: field.choices.join(", ") });
      return [];
    });
  }

  private person(): PersonGiven | undefined {
    const email = this.word("personEmail", values.emailOf, "not-an-email");
    const name = this.bounded("personName", 200) ?? (email ? email.split("@")[0] : undefined);
    const seatRole = this.word("seatRole", seatRoleOf, "not-a-seat-role") as SeatRole | undefined;
    if (seatRole && !email && this.text("personEmail") === undefined)
      this.wrong("seatRole", "seat-needs-email");
    if (name === undefined) return undefined;
    return {
      name,
      ...given({
        email,
        seatRole,
        title: this.bounded("personTitle", 200),
        phone: this.bounded("personPhone", 60),
      }),
    };
  }

  private link(): LinkEntry {
    const since = this.date("since");
    const until = this.date("until");
    if (since !== undefined && until !== undefined && until < since)
      this.wrong("until", "ends-before-it-starts");
    const nature = this.word("nature", natureOf, "not-a-nature");
    return {
      kind: "links",
      from: this.text("from") ?? "",
      to: this.text("to") ?? "",
      nature: nature ?? "alliance",
      ...given({
        since,
        until,
        issue: this.word("issue", issueOf, "not-an-issue"),
        note: this.bounded("linkNote", 2000),
      }),
    };
  }

  private column(target: string): number | null {
    const at = this.mapping.columns.indexOf(target);
    return at < 0 ? null : at;
  }

  private text(target: string): string | undefined {
    const at = this.mapping.columns.indexOf(target);
    const text = at < 0 ? "" : (this.cells[at] ?? "");
    return text === "" || EMPTY.has(text) ? undefined : text;
  }

  private wrong(target: string, reason: Reason, said: Record<string, string | number> = {}) {
    this.problems.push({ column: this.column(target), reason, values: clipped(said) });
  }

  private bounded(target: string, most: number): string | undefined {
    const text = this.text(target);
    if (text === undefined) return undefined;
    if (EXCEL_ERROR.test(text)) this.wrong(target, "formula-error", { said: text });
    if (text.length > most) this.wrong(target, "too-long", { most });
    return text;
  }

  private word(target: string, read: (text: string) => string | null, reason: Reason): string | undefined {
    const text = this.bounded(target, 500);
    if (text === undefined) return undefined;
    const found = read(text);
    if (found === null) this.wrong(target, reason, { said: text });
    return found ?? undefined;
  }

  private date(target: string): string | undefined {
    return this.word(target, values.dateOf, "not-a-date");
  }

  private degrees(target: string, most: number): number | undefined {
    const text = this.text(target);
    if (text === undefined) return undefined;
    const found = values.degreesOf(text, most);
    if (found === null) this.wrong(target, "not-a-number", { said: text });
    return found ?? undefined;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EXCEL_ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|WERT!|BEZUG!|NV)$/;
/** What people write where nothing is known. */
const EMPTY = new Set(["-", "–", "—", "n/a", "N/A", "k.A.", "k. A.", "NULL"]);
const ONE_TEXT = new Set<string>(["description", "capacity", "contact", "staff", "turnover", "interests"]);
const BY_COMMA = new Set<string>(["languages", "competences", "certificates"]);

/** `ISO 9001 (2027-05-31)` or `ISO 9001 bis 31.05.2027`. */
function certificateOf(item: string): { value: string; validUntil?: string } {
  const found =
    /^(.*?)\s*(?:\((?:until|bis|valid until|gültig bis)?\s*([\d./-]{4,10})\)|(?:until|bis|gültig bis)\s+([\d./-]{4,10}))$/i.exec(
      item,
    );
  const day = found && values.dateOf(found[2] ?? found[3] ?? "");
  return found?.[1] && day ? { value: found[1], validUntil: day } : { value: item };
}

const clipped = (said: Record<string, string | number>) =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      typeof value === "string" && value.length > 80 ? `${value.slice(0, 79)}…` : value,
    ]),
  );

/** Without what is not known, so that nothing is written over with nothing. */
function given<T extends Record<string, unknown>>(
  values: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
