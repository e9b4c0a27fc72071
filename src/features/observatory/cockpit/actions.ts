import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Upload } from "../../../access/route.ts";
import type { PersonId } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { notify } from "../../notices/feature.ts";
import { FIRST_SET, indicatorHref } from "./address.ts";
import { type Proof, proofsOf } from "./evidence.ts";
import { COMPUTE } from "./jobs.ts";
import { sayCockpit } from "./messages.ts";
import { type Point, type Standing, type Summary, shown, slugOf, standingOf, summaryOf } from "./rules.ts";
import type { EntryIn, SetIn } from "./schema.ts";
import { type OwnSet, setsOf, versionsOf } from "./sets/find.ts";
import { KNOWN, SHIPPED } from "./sets/shipped.ts";
import * as store from "./store.ts";
import { type Indicator, type IndicatorSet, isMeasure } from "./words.ts";

const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("A cockpit belongs to a cluster.");
  return ctx.cluster.id;
};

export interface Cockpit {
  set: IndicatorSet;
  sets: readonly IndicatorSet[];
  standings: readonly Standing[];
  summary: Summary;
  computedAt: Date | null;
  months: ReadonlyMap<string, readonly Point[]>;
  setMonths: readonly store.SetMonth[];
  /** Whom one can ask to add to it: nobody where one may not enter anything oneself. */
  colleagues: readonly store.Colleague[];
}

/** One set as it stands, from what is stored; nothing where there is no such set. */
export const readCockpit = (ctx: Context, wanted: string = FIRST_SET): Promise<Cockpit | null> =>
  ctx.read(async (db) => {
    const sets = await setsOf(db, here(ctx));
    const set = sets.find(({ slug }) => slug === wanted);
    if (!set) return null;
    const [results, said] = [await store.resultsOf(db, here(ctx)), await store.saidLast(db, here(ctx))];
    const standings = shown(set).map((indicator) =>
      standingOf(indicator, results.get(indicator.key), said.get(indicator.key), ctx.today()),
    );
    return {
      set,
      sets,
      standings,
      summary: summaryOf(standings),
      computedAt: newest([...results.values()].map(({ computedAt }) => computedAt)),
      months: await store.monthsOf(db, here(ctx)),
      setMonths: await store.setMonths(db, here(ctx), set.slug),
      colleagues: await colleaguesOf(ctx, db),
    };
  });

const colleaguesOf = async (ctx: Context, db: Db): Promise<readonly store.Colleague[]> =>
  can(ctx.actor, "cockpit.enter", { clusterId: here(ctx) })
    ? store.colleaguesOf(db, here(ctx), { self: ctx.actor.personId, today: ctx.today() })
    : [];

const newest = (dates: readonly Date[]): Date | null =>
  dates.reduce<Date | null>((last, date) => (last === null || date > last ? date : last), null);

export interface IndicatorView {
  set: IndicatorSet;
  standing: Standing;
  /** The indicators before and after it in the set. */
  before: Indicator | null;
  after: Indicator | null;
  proofs: readonly Proof[];
  entries: readonly store.Entry[];
  months: readonly Point[];
  /** Whom one can ask to add to it: nobody where one may not enter anything oneself. */
  colleagues: readonly store.Colleague[];
}

export const readIndicator = (ctx: Context, key: string, wanted?: string): Promise<IndicatorView | null> =>
  ctx.read(async (db) => {
    const sets = await setsOf(db, here(ctx));
    const has = (set: IndicatorSet) => shown(set).some((indicator) => indicator.key === key);
    const set = wanted ? sets.find(({ slug }) => slug === wanted) : sets.find(has);
    if (!set || !has(set)) return null;
    const all = shown(set);
    const at = all.findIndex((one) => one.key === key);
    const indicator = all[at]!;
    const [results, said] = [await store.resultsOf(db, here(ctx)), await store.saidLast(db, here(ctx))];
    return {
      set,
      standing: standingOf(indicator, results.get(key), said.get(key), ctx.today()),
      before: all[at - 1] ?? null,
      after: all[at + 1] ?? null,
      proofs: isMeasure(key) ? await proofsOf(db, ctx.actor, here(ctx), key) : [],
      entries: await store.entriesOf(db, here(ctx), key),
      months: (await store.monthsOf(db, here(ctx), key)).get(key) ?? [],
      colleagues: await colleaguesOf(ctx, db),
    };
  });

/** One click, and somebody of the team knows what is missing and where to add it. */
export const askColleague = (
  ctx: Context,
  { set, standing: { indicator }, colleagues }: IndicatorView,
  personId: string,
): Promise<boolean> =>
  ctx.write(async (unit) => {
    const asked = colleagues.find(({ id }) => id === personId);
    if (!asked) return false;
    const who = ctx.identity?.name ?? "";
    const said = (locale: Locale) =>
      sayCockpit(locale)("ask.told", { who, indicator: indicator.name[locale] });
    await notify(unit, {
      to: { person: asked.id as PersonId },
      clusterId: here(ctx),
      topic: TOPIC,
      text: { en: said("en"), de: said("de") },
      href: indicatorHref(ctx.cluster!, indicator.key, set.slug),
      key: `${TOPIC}:${here(ctx)}:${indicator.key}`,
    });
    unit.audit({
      action: "cockpit.ask",
      subjectKind: "person",
      subjectId: asked.id,
      after: { indicator: indicator.key },
    });
    return true;
  });
/** What its notices are about. */
export const TOPIC = "cockpit";

export const readEntryFile = (ctx: Context, indicator: string, id: string) =>
  ctx.read((db) => store.entryFile(db, here(ctx), indicator, id));

/** Says what no record tells. What was said before stays in the history. */
export const enter = (
  ctx: Context,
  indicator: Indicator,
  values: EntryIn,
  file: Upload | undefined,
): Promise<Result<string, EntryProblem>> =>
  ctx.write(async (unit) => {
    const problem = wrongWith(indicator, values, file, ctx.today());
    if (problem) return refuse(problem);
    const id = uuidv7();
    await unit.db
      .insertInto("cockpitEntry")
      .values({
        clusterId: here(ctx),
        id,
        indicator: indicator.key,
        value: indicator.unit === "months-since" ? null : values.value!,
        saidOn: values.saidOn,
        note: values.note,
        url: values.url ?? null,
        fileName: file ? file.name.slice(0, 200) : null,
        fileType: file ? file.type.slice(0, 100) : null,
        fileBytes: file ? Buffer.from(file.bytes) : null,
        enteredBy: ctx.actor.personId,
        enteredAt: ctx.now(),
      })
      .execute();
    unit.audit({
      action: "cockpit.enter",
      subjectKind: "cockpit-entry",
      subjectId: id,
      after: { indicator: indicator.key, value: values.value ?? null, saidOn: values.saidOn },
    });
    await askAgain(unit, here(ctx));
    return ok(id);
  });

export type EntryProblem =
  | "value-missing"
  | "not-a-share"
  | "negative"
  | "not-yes-no"
  | "in-the-future"
  | "nothing-shown"
  | "file-too-large";
export const MOST_FILE = 5_000_000;

/** A value nobody can check is no evidence: a note, an address or a file goes with it. */
function wrongWith(
  { unit }: Indicator,
  { value, saidOn, note, url }: EntryIn,
  file: Upload | undefined,
  today: string,
): EntryProblem | null {
  if (unit !== "months-since" && value === undefined) return "value-missing";
  if (value !== undefined && value < 0) return "negative";
  if (unit === "percent" && value! > 100) return "not-a-share";
  if (unit === "yes-no" && value !== 0 && value !== 1) return "not-yes-no";
  if (saidOn > today) return "in-the-future";
  if (file && file.bytes.length > MOST_FILE) return "file-too-large";
  return note === "" && !url && !file ? "nothing-shown" : null;
}

export const withdraw = (ctx: Context, indicator: string, id: string): Promise<boolean> =>
  ctx.write(async (unit) => {
    const { numUpdatedRows } = await unit.db
      .updateTable("cockpitEntry")
      .set({ withdrawnAt: ctx.now(), withdrawnBy: ctx.actor.personId })
      .where("clusterId", "=", here(ctx))
      .where("indicator", "=", indicator)
      .where("id", "=", id)
      .where("withdrawnAt", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    unit.audit({
      action: "cockpit.withdraw",
      subjectKind: "cockpit-entry",
      subjectId: id,
      before: { indicator },
    });
    await askAgain(unit, here(ctx));
    return true;
  });

/** Figures are computed in a job; several wishes for one cluster are one. */
const askAgain = (unit: Unit, clusterId: string): Promise<void> =>
  unit.enqueue(COMPUTE, { clusterId }, { key: `${COMPUTE} ${clusterId}` });

export const askCompute = (ctx: Context): Promise<void> => ctx.write((unit) => askAgain(unit, here(ctx)));

export const listSets = (ctx: Context): Promise<IndicatorSet[]> => ctx.read((db) => setsOf(db, here(ctx)));

export interface SetView {
  set: IndicatorSet;
  /** Of the cluster's own: all its versions, the newest first. */
  versions: readonly OwnSet[];
}

export const readSet = (ctx: Context, slug: string, version?: number): Promise<SetView | null> =>
  ctx.read(async (db) => {
    const shippedSet = SHIPPED.find((set) => set.slug === slug);
    if (shippedSet) return { set: shippedSet, versions: [] };
    const versions = await versionsOf(db, here(ctx), slug);
    const set = version === undefined ? versions[0] : versions.find((one) => one.version === version);
    return set ? { set, versions } : null;
  });

/** A set of the cluster's own, to be changed; it begins as the other one is. */
export const copySet = (ctx: Context, from: IndicatorSet): Promise<string> =>
  ctx.write(async (unit) => {
    const sets = await setsOf(unit.db, here(ctx));
    const taken = new Set(sets.map(({ slug }) => slug));
    const base = `${slugOf(from.title.en)}-own`;
    let slug = base;
    for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
    const id = uuidv7();
    await unit.db
      .insertInto("cockpitSet")
      .values({
        clusterId: here(ctx),
        id,
        slug,
        copiedFrom: from.copiedFrom ?? from.slug,
        createdBy: ctx.actor.personId,
        createdAt: ctx.now(),
      })
      .execute();
    const title = { en: `${from.title.en} (own)`, de: `${from.title.de} (eigene)` };
    await addVersion(ctx, unit, id, 1, { title, indicators: [...from.indicators].map(whole), note: "" });
    unit.audit({
      action: "cockpit.copy",
      subjectKind: "cockpit-set",
      subjectId: id,
      after: { slug, from: from.slug },
    });
    return slug;
  });

const whole = (indicator: Indicator) => ({ ...indicator, hidden: indicator.hidden ?? false });

/** A change makes a version; months already kept keep theirs. */
export const saveSet = (
  ctx: Context,
  slug: string,
  base: number | null,
  values: SetIn,
): Promise<Result<number, SetProblem>> =>
  ctx.write(async (unit) => {
    const current = (await versionsOf(unit.db, here(ctx), slug))[0];
    if (!current) return refuse("shipped");
    if (base !== null && base !== current.version) return refuse("changed-meanwhile");
    if (values.indicators.some((one) => isMeasure(one.key) && one.unit !== KNOWN.get(one.key)?.unit))
      return refuse("unit-of-a-measure");
    const version = current.version + 1;
    const { numUpdatedRows } = await unit.db
      .updateTable("cockpitSet")
      .set({ version })
      .where("clusterId", "=", here(ctx))
      .where("id", "=", current.id)
      .where("version", "=", current.version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("changed-meanwhile");
    await addVersion(ctx, unit, current.id, version, values);
    unit.audit({
      action: "cockpit.set",
      subjectKind: "cockpit-set",
      subjectId: current.id,
      before: { version: current.version },
      after: { version, note: values.note },
    });
    await askAgain(unit, here(ctx));
    return ok(version);
  });
type SetProblem = "shipped" | "changed-meanwhile" | "unit-of-a-measure";

async function addVersion(ctx: Context, unit: Unit, setId: string, version: number, values: SetIn) {
  await unit.db
    .insertInto("cockpitSetVersion")
    .values({
      clusterId: here(ctx),
      setId,
      version,
      title: JSON.stringify(values.title),
      indicators: JSON.stringify(values.indicators),
      note: values.note,
      madeBy: ctx.actor.personId,
      madeAt: ctx.now(),
    })
    .execute();
}

/** A set of the cluster's own is put away; its months and documents stay. */
export const endSet = (ctx: Context, slug: string): Promise<boolean> =>
  ctx.write(async (unit) => {
    const ended = await unit.db
      .updateTable("cockpitSet")
      .set({ endedAt: ctx.now() })
      .where("clusterId", "=", here(ctx))
      .where("slug", "=", slug)
      .where("endedAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!ended) return false;
    unit.audit({
      action: "cockpit.end-set",
      subjectKind: "cockpit-set",
      subjectId: ended.id,
      before: { slug },
    });
    return true;
  });

export const listDocuments = (ctx: Context) => ctx.read((db) => store.documentsOf(db, here(ctx)));
export const readDocument = (ctx: Context, id: string) =>
  ctx.read((db) => store.documentFile(db, here(ctx), id));

export const DOCUMENT = "observatory.cockpit.document";

/** Asks for a document of a set as it stands; it is made in a job. */
export const askDocument = (ctx: Context, slug: string, locale: Locale): Promise<string | null> =>
  ctx.write(async (unit) => {
    const set = (await setsOf(unit.db, here(ctx))).find((one) => one.slug === slug);
    if (!set) return null;
    const id = uuidv7();
    await unit.db
      .insertInto("cockpitDocument")
      .values({
        ...{ clusterId: here(ctx), id, setSlug: set.slug, version: set.version, locale },
        askedBy: ctx.actor.personId,
        askedAt: ctx.now(),
      })
      .execute();
    unit.audit({
      action: "cockpit.document",
      subjectKind: "cockpit-document",
      subjectId: id,
      after: { set: set.slug, version: set.version },
    });
    await unit.enqueue(DOCUMENT, { clusterId: here(ctx), documentId: id });
    return id;
  });
