import { randomUUID } from "node:crypto";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { placeNamed } from "../../places/feature.ts";
import { wordFor } from "../../registry/feature.ts";
import { organisationsSeen, peopleOf } from "./around.ts";
import { sayNeeds } from "./messages.ts";
import {
  type Ending,
  endsAs,
  isConfidential,
  isKept,
  isLive,
  isOver,
  type OpenProblem,
  open,
  type Side,
  standing,
} from "./rules.ts";
import { BLANK, type Wanted } from "./schema.ts";
import { copyItem } from "./series.ts";
import { afterwards, setState } from "./state.ts";
import { detailOf, type Item, loadItem } from "./store.ts";
import { tellOwners } from "./told.ts";
import { insertItem, removeDraft, saveDetail, updateItem, type Written } from "./write.ts";

export type SaveProblem = OpenProblem | "unknown-wall" | "unknown-person";

const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("Needs and offers are said inside a cluster.");
  return ctx.cluster.id;
};

/** What was said, with its words looked up, its place found on the map and the walled off known. */
async function looked(
  ctx: Context,
  db: Db,
  organisationId: OrganisationId,
  wanted: Wanted,
  before?: Item,
): Promise<Result<Written, SaveProblem>> {
  const about = { actor: ctx.actor, clusterId: here(ctx), today: ctx.today() };
  const walled = await organisationsSeen(db, ctx.actor, "slug", wanted.wall);
  if (walled.length < new Set(wanted.wall).size) return refuse("unknown-wall");
  // Whoever hides from the one who writes stays behind the wall: the form does not show them, and cannot have let them in.
  const shown = before ? await organisationsSeen(db, ctx.actor, "id", before.wall) : [];
  const hidden = before?.wall.filter((id) => !shown.some((one) => one.id === id)) ?? [];
  if (wanted.personId !== null) {
    const people = await peopleOf(db, organisationId, ctx.today());
    if (!people.some((person) => person.id === wanted.personId)) return refuse("unknown-person");
  }
  const words = new Map<string, string>();
  for (const value of wanted.competences) {
    const word = await wordFor(db, about, { value });
    if (word && !words.has(word.code)) words.set(word.code, word.value);
  }
  const place = wanted.place === null ? null : placeNamed(wanted.place);
  const { competences: _, detail, wall: __, ...rest } = wanted;
  return ok({
    ...rest,
    competences: [...words.values()],
    codes: [...words.keys()],
    countries: [...new Set(wanted.countries)].sort(),
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    wall: [...walled.map(({ id }) => id), ...hidden],
    detail,
  });
}

/** What the log keeps: enough to see what was changed, nothing of what is told only later. */
const logged = (
  item: Pick<
    Item,
    "organisationId" | "kind" | "intent" | "title" | "state" | "visibility" | "step" | "deadline"
  >,
) => ({
  organisationId: item.organisationId,
  kind: item.kind,
  intent: item.intent,
  title: item.title,
  state: item.state,
  visibility: item.visibility,
  step: item.step,
  deadline: item.deadline,
});

export interface Saved {
  id: string;
  state: Item["state"];
}

/** Says for the organisation acted for what it looks for or has: as a draft, or at once for others to see. */
export async function createItem(
  ctx: Context,
  side: Side,
  organisationId: OrganisationId,
  wanted: Wanted,
  as: "draft" | "open",
): Promise<Result<Saved, SaveProblem>> {
  const found = await ctx.read((db) => looked(ctx, db, organisationId, wanted));
  if (!found.ok) return found;
  const fits = whole(ctx, { ...found.value, organisationId }, as);
  if (!fits.ok) return fits;
  const id = randomUUID();
  return ctx.write(async (unit) => {
    await insertItem(unit, side, {
      ...found.value,
      clusterId: here(ctx),
      id,
      organisationId,
      state: as,
      origin: "typed",
      createdBy: ctx.actor.personId,
      at: ctx.now(),
    });
    unit.audit({
      action: `${side}.write`,
      subjectKind: side,
      subjectId: id,
      after: logged({ ...found.value, organisationId, state: as }),
      ...(isKept({ ...found.value, state: as }) ? { ownOf: organisationId } : {}),
    });
    await afterwards(unit, side, { clusterId: here(ctx), id });
    return ok({ id, state: as });
  });
}

const whole = (
  ctx: Context,
  item: Parameters<typeof open>[0],
  as: Item["state"],
): Result<true, OpenProblem> =>
  isLive(as)
    ? open(item, ctx.actor.ownOrganisations, ctx.today())
    : standing(item, ctx.actor.ownOrganisations);

export type ChangeProblem = SaveProblem | "not-found" | "changed-meanwhile";

/** Says it anew. A draft becomes open by `as`; what is open stays so and has to remain whole. */
export async function changeItem(
  ctx: Context,
  before: Item,
  wanted: Wanted,
  { as, version }: { as: "draft" | "open"; version?: number | undefined },
): Promise<Result<Saved, ChangeProblem>> {
  const { side, organisationId } = before;
  if (version !== undefined && version !== before.version) return refuse("changed-meanwhile");
  const found = await ctx.read((db) => looked(ctx, db, organisationId, wanted, before));
  if (!found.ok) return found;
  // The yes to what was gathered is the member's to say; whatever the member writes on it is one.
  const own = ctx.actor.organisationId === organisationId;
  const opens = as === "open" && before.state === "draft" && own;
  const state = opens ? "open" : before.state;
  const fits = whole(ctx, { ...found.value, organisationId }, state);
  if (!fits.ok) return fits;
  return ctx.write(async (unit) => {
    const done = await updateItem(unit, side, before, found.value, ctx.now());
    if (!done) return refuse("changed-meanwhile");
    if (own && side === "need") await saveDetail(unit, before, found.value.detail);
    if (own && waitsForYes(before)) await markConfirmed(unit, before, ctx.now(), ctx.actor.personId);
    const after = { ...before, ...found.value };
    unit.audit({
      action: `${side}.edit`,
      subjectKind: side,
      subjectId: before.id,
      before: logged(before),
      after: logged({ ...after, state }),
      ...(isKept(before) || isKept({ ...after, state }) ? { ownOf: organisationId } : {}),
    });
    if (opens) await setState(unit, side, before, "open");
    else await afterwards(unit, side, before);
    if (!own && waitsForYes(before)) await askForYes(unit, ctx, { ...before, ...found.value });
    return ok({ id: before.id, state });
  });
}

/** The team wrote it down in a visit, and the member has not yet said yes to it. */
export const waitsForYes = (item: Pick<Item, "state" | "gatheredBy" | "confirmedAt" | "origin">) =>
  item.state === "draft" &&
  item.confirmedAt === null &&
  (item.origin === "visit" || item.origin === "campaign");

/** What a member said in a visit, written down by the team. Nobody else reads it before the member's yes, asked for by letter. */
export async function gatherItem(
  ctx: Context,
  side: Side,
  organisation: string,
  said: Wanted,
): Promise<Result<Saved, SaveProblem | "unknown-organisation">> {
  const clusterId = here(ctx);
  // The ladder is the member's to build.
  const { step, teaser, secrecy, detail, mediated } = BLANK;
  const wanted = { ...said, step, teaser, secrecy, detail, mediated };
  const [member] = await ctx.read((db) => organisationsSeen(db, ctx.actor, "slug", [organisation]));
  if (!member || !can(ctx.actor, "exchange.gather", { clusterId, organisationId: member.id }))
    return refuse("unknown-organisation");
  const found = await ctx.read((db) => looked(ctx, db, member.id, wanted));
  if (!found.ok) return found;
  const fits = whole(ctx, { ...found.value, organisationId: member.id }, "draft");
  if (!fits.ok) return fits;
  const id = randomUUID();
  return ctx.write(async (unit) => {
    if (!(await isMember(unit, clusterId, member.id, ctx.today()))) return refuse("unknown-organisation");
    await insertItem(unit, side, {
      ...found.value,
      detail: "",
      clusterId,
      id,
      organisationId: member.id,
      state: "draft",
      origin: "visit",
      gatheredBy: ctx.actor.personId,
      createdBy: ctx.actor.personId,
      at: ctx.now(),
    });
    unit.audit({
      action: `${side}.gather`,
      subjectKind: side,
      subjectId: id,
      after: logged({ ...found.value, organisationId: member.id, state: "draft" }),
      ownOf: member.id,
    });
    await askForYes(unit, ctx, {
      ...found.value,
      side,
      id,
      clusterId,
      clusterSlug: ctx.cluster!.slug,
      organisationId: member.id,
    });
    return ok<Saved>({ id, state: "draft" });
  });
}

const isMember = async ({ db }: Unit, clusterId: string, organisationId: string, today: string) =>
  (await db
    .selectFrom("membership")
    .select("id")
    .where("clusterId", "=", clusterId)
    .where("organisationId", "=", organisationId)
    .where("role", "<>", "applicant")
    .where("since", "<=", today)
    .where((is) => is.or([is("until", "is", null), is("until", ">", today)]))
    .executeTakeFirst()) !== undefined;

type Asked = Pick<
  Item,
  "side" | "id" | "clusterId" | "clusterSlug" | "organisationId" | "wall" | "title" | "step"
>;

const askForYes = (unit: Unit, ctx: Context, item: Asked) =>
  tellOwners(unit, item, {
    text: (locale) =>
      sayNeeds(locale)(`told.gathered.${isConfidential(item) ? "kept" : item.side}`, { title: item.title }),
    key: `exchange.gathered:${item.id}`,
    except: ctx.actor.personId,
    act: {
      act: "need.confirm",
      subject: { side: item.side, id: item.id },
      label: {
        en: sayNeeds("en")(`confirm.${item.side}`),
        de: sayNeeds("de")(`confirm.${item.side}`),
      },
      days: 30,
    },
  });

export type ActProblem = "not-from-here" | "not-found" | OpenProblem;

/** The member's yes to what the team wrote down: from now on it is the member's word, and open. */
export async function confirmItem(ctx: Context, item: Item): Promise<Result<true, ActProblem>> {
  if (!waitsForYes(item) || ctx.actor.organisationId !== item.organisationId) return refuse("not-from-here");
  const fits = whole(ctx, item, "open");
  if (!fits.ok) return fits;
  return ctx.write(async (unit) => {
    await markConfirmed(unit, item, ctx.now(), ctx.actor.personId);
    const done = await setState(unit, item.side, item, "open");
    return done.ok ? ok(true) : done;
  });
}

async function markConfirmed({ db }: Unit, item: Item, at: Date, by: string | null) {
  const set = { confirmedAt: at, personId: item.personId ?? by };
  const rows =
    item.side === "need"
      ? db.updateTable("need").set(set).where("clusterId", "=", item.clusterId).where("id", "=", item.id)
      : db.updateTable("offer").set(set).where("clusterId", "=", item.clusterId).where("id", "=", item.id);
  await rows.execute();
}

/** Puts a whole draft before others, or brings back what was over. */
export async function openItem(ctx: Context, item: Item): Promise<Result<true, ActProblem>> {
  // Whoever has left keeps what was said, and shows it to nobody.
  const { clusterId, organisationId } = item;
  if (!can(ctx.actor, `${item.side}.write`, { clusterId, organisationId })) return refuse("not-from-here");
  if (waitsForYes(item)) return confirmItem(ctx, item);
  const fits = whole(ctx, item, "open");
  if (!fits.ok) return fits;
  const done = await ctx.write((unit) => setState(unit, item.side, item, "open"));
  return done.ok ? ok(true) : done;
}

export async function closeItem(
  ctx: Context,
  item: Item,
  because: Ending,
): Promise<Result<true, "not-from-here" | "not-found">> {
  if (isOver(item.state) && item.state !== "met") return refuse("not-from-here");
  const done = await ctx.write((unit) => setState(unit, item.side, item, endsAs(because), because));
  return done.ok ? ok(true) : done;
}

/** A draft that says the same, to be changed and opened. */
export const duplicateItem = (ctx: Context, item: Item): Promise<string> =>
  ctx.write(async (unit) => {
    const deadline = item.deadline !== null && item.deadline >= ctx.today() ? item.deadline : null;
    const id = await copyItem(unit, item.side, item, { deadline, by: ctx.actor.personId });
    unit.audit({
      action: `${item.side}.write`,
      subjectKind: item.side,
      subjectId: id,
      after: { organisationId: item.organisationId, after: item.id },
      ownOf: item.organisationId,
    });
    return id;
  });

/** Only what nobody else has seen is removed; the rest is closed, and stays on record. */
export async function removeItem(ctx: Context, item: Item): Promise<Result<true, "not-from-here">> {
  if (item.state !== "draft") return refuse("not-from-here");
  return ctx.write(async (unit) => {
    if (!(await removeDraft(unit, item.side, item))) return refuse("not-from-here");
    unit.audit({
      action: `${item.side}.remove`,
      subjectKind: item.side,
      subjectId: item.id,
      before: logged(item),
      ownOf: item.organisationId,
    });
    return ok(true);
  });
}

/** What it says now, as it would be said anew: what a form is filled with, and what a partial change starts from. */
export const wantedOf = (ctx: Context, item: Item): Promise<Wanted> =>
  ctx.read(async (db) => ({
    kind: item.kind,
    intent: item.intent,
    title: item.title,
    text: item.text,
    language: item.language,
    competences: item.competences,
    countries: item.countries,
    place: item.place,
    radiusKm: item.radiusKm,
    deadline: item.deadline,
    visibility: item.visibility,
    wall: (await organisationsSeen(db, ctx.actor, "id", item.wall)).map(({ slug }) => slug),
    across: item.across,
    repeats: item.repeats,
    personId: item.personId,
    step: item.step,
    teaser: item.teaser,
    secrecy: item.secrecy,
    detail: item.side === "need" ? await detailOf(db, item) : "",
    mediated: item.mediated,
    availableFrom: item.availableFrom,
  }));

export const readItem = (ctx: Context, side: Side, id: string) => ctx.read((db) => loadItem(db, side, id));
