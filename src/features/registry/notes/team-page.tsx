import { z } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { get, page, post, problem, type Reply, type Route, redirect } from "../../../access/route.ts";
import { Button, displayName, PageHead } from "../../../ui/index.ts";
import { listLabels, setLabels } from "../labels/actions.ts";
import { labelsPut } from "../labels/store.ts";
import { LabelsSheet } from "../labels/views.tsx";
import { organisationHref } from "../organisation/address.ts";
import { findOrganisation } from "../organisation/store.ts";
import { askedAbout } from "../organisation/subject.ts";
import { setValues, valuesOf } from "../own-fields/actions.ts";
import { FieldsSheet } from "../own-fields/views.tsx";
import { problemWords, typedOf } from "../own-fields/words.ts";
import { findNote, notesOf } from "./actions.ts";
import { sayNote } from "./messages.ts";
import { TeamPath } from "./schema.ts";
import { organisationSubject } from "./subject.ts";
import { NotesSheet, notesHref, teamHref, Undo } from "./views.tsx";

interface Again {
  note?: { typed: string; problems: Record<string, string> };
  fields?: { typed: Record<string, string>; problems: Record<string, string> };
  removed?: string | undefined;
}

/** What the team keeps about one organisation, on one page; again with what was typed where something was wrong. */
export async function teamPage(ctx: Context, csrf: string, slug: string, again: Again = {}): Promise<Reply> {
  const { actor, locale } = ctx;
  const clusterId = ctx.cluster!.id;
  const organisation =
    askedAbout(ctx, slug) ?? (await ctx.read((db) => findOrganisation(db, actor, slug, ctx.today())));
  if (!organisation) return problem("not-found");
  const subject = { clusterId, organisationId: organisation.id, writtenBy: null };
  const maySee = can(actor, "note.see", subject);
  const notes = maySee ? await notesOf(ctx, organisation.id) : [];
  const labels = await listLabels(ctx);
  const put = await ctx.read((db) => labelsPut(db, actor, clusterId, [organisation.id]));
  const values = await valuesOf(ctx, organisation.id);
  const gone = again.removed ? await findNote(ctx, again.removed) : null;
  const mayChange = (note: { writtenBy: string | null }) =>
    can(actor, "note.change", { ...subject, writtenBy: note.writtenBy });
  const say = sayNote(locale);
  const name = displayName(organisation.name);
  const cluster = locale === "de" ? ctx.cluster!.nameDe : ctx.cluster!.nameEn;
  const home = organisationHref(slug, ctx.cluster);
  return page(
    { title: say("team.of", { name }), personal: true },
    <>
      {gone?.removedAt && gone.organisationId === organisation.id && mayChange(gone) ? (
        <Undo ctx={ctx} csrf={csrf} action={`${notesHref(ctx)}/${gone.id}/restore`} />
      ) : null}
      <PageHead
        kicker={<a href={home}>{name}</a>}
        title={say("team.title")}
        lede={`${say("team.lede.kept", {
          notes: notes.length,
          labels: put.length,
          fields: values.filter(({ value }) => value !== null).length,
        })} ${say("team.lede", { cluster, name })}`}
        actions={<Button href={home}>{say("team.back")}</Button>}
      />
      <div class="grid">
        {maySee ? (
          <div class="c8 stack">
            <NotesSheet
              ctx={ctx}
              csrf={csrf}
              slug={slug}
              name={name}
              notes={notes}
              mayWrite={can(actor, "note.write", subject)}
              mayChange={mayChange}
              typed={again.note?.typed}
              problems={again.note?.problems}
            />
          </div>
        ) : null}
        <div class={maySee ? "c4 stack" : "c8 stack"}>
          <LabelsSheet
            ctx={ctx}
            csrf={csrf}
            action={`${teamHref(ctx, slug)}/labels`}
            labels={labels}
            put={put.map((one) => one.labelId)}
            mayPut={can(actor, "label.put", subject)}
          />
          <FieldsSheet
            ctx={ctx}
            csrf={csrf}
            action={`${teamHref(ctx, slug)}/fields`}
            values={values}
            maySet={can(actor, "own-value.set", subject)}
            typed={
              again.fields?.typed ??
              Object.fromEntries(
                values.map(({ field, value }) => [`field-${field.key}`, typedOf(field, value, locale)]),
              )
            }
            problems={again.fields?.problems}
          />
        </div>
      </div>
    </>,
    again.note || again.fields ? 422 : 200,
  );
}

const BASE = "/clusters/:cluster/organisations/:slug/team";

export const teamPages: Route[] = [
  get(BASE, {
    rule: "label.see",
    summary: "What the team keeps about an organisation: notes, labels, own fields",
    params: TeamPath,
    query: z.object({ removed: z.uuid().optional().catch(undefined) }),
    subject: organisationSubject,
    handle: ({ ctx, csrf, params, query }) => teamPage(ctx, csrf, params.slug, { removed: query.removed }),
  }),
  post(`${BASE}/labels`, {
    rule: "label.put",
    summary: "Puts exactly these labels on an organisation",
    params: TeamPath,
    subject: organisationSubject,
    handle: async (ask) => {
      const { ctx, body, params } = ask;
      const subject = await organisationSubject(ask);
      if (!subject) return problem("not-found");
      const wanted = z
        .array(z.uuid())
        .catch([])
        .parse([(body as Record<string, unknown>).label ?? []].flat());
      await setLabels(ctx, subject.organisationId, wanted);
      return redirect(`${teamHref(ctx, params.slug)}#labels`, "labels.saved");
    },
  }),
  post(`${BASE}/fields`, {
    rule: "own-value.set",
    summary: "Fills in the team's own fields of an organisation",
    params: TeamPath,
    subject: organisationSubject,
    handle: async (ask) => {
      const { ctx, csrf, body, params } = ask;
      const subject = await organisationSubject(ask);
      if (!subject) return problem("not-found");
      const typed = Object.fromEntries(
        Object.entries(body as Record<string, string | string[]>).flatMap(([name, value]) =>
          name.startsWith("field-") ? [[name, String([value].flat()[0] ?? "")]] : [],
        ),
      );
      const byKey = Object.fromEntries(
        Object.entries(typed).map(([name, value]) => [name.slice("field-".length), value]),
      );
      const done = await setValues(ctx, subject.organisationId, byKey);
      if (done.ok) return redirect(`${teamHref(ctx, params.slug)}#fields`, "fields.saved");
      const problems = Object.fromEntries(
        Object.entries(done.problems).map(([key, one]) => [`field-${key}`, problemWords(one, ctx.locale)]),
      );
      return teamPage(ctx, csrf, params.slug, { fields: { typed, problems } });
    },
  }),
];
