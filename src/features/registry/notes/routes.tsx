import { can } from "../../../access/can.ts";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
  created,
  empty,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import { displayName, problemSentences, queryOf, zodProblems } from "../../../ui/index.ts";
import { type FORMATS, listFile } from "../../accounts/feature.ts";
import * as actions from "./actions.ts";
import { sayNote } from "./messages.ts";
import {
  NewNote,
  NoteChange,
  NoteList,
  NoteOut,
  NotePath,
  NotesApiQuery,
  NotesQuery,
  NoteText,
  TeamPath,
  VersionList,
} from "./schema.ts";
import type { NoteRow } from "./store.ts";
import { askedNote, noteSubject, organisationSubject, teamSubject } from "./subject.ts";
import { teamPage } from "./team-page.tsx";
import { NotePage, NotesPage, teamHref } from "./views.tsx";

const PER_PAGE = 50;
const MOST_ROWS = 5000;
const CLUSTER = { cluster: "aviation" };
const ORGANISATION = { cluster: "aviation", slug: "deutsches-zentrum-fur-luft-und-raumfahrt-ev" };

export const mayChange = (ctx: Context, note: NoteRow) =>
  can(ctx.actor, "note.change", {
    clusterId: ctx.cluster!.id,
    organisationId: note.organisationId,
    writtenBy: note.writtenBy,
  });

const typedText = (body: unknown) => {
  const { text = "", version = "" } = body as Record<string, string | undefined>;
  return { text: String(text), version: String(version) };
};

const list = get("/clusters/:cluster/notes", {
  rule: "note.list",
  summary: "Every note of the cluster's team, searched by words",
  params: ClusterPath,
  query: NotesQuery,
  example: CLUSTER,
  subject: teamSubject,
  handle: async ({ ctx, query, path, search }) => {
    if (query.format) return notesFile(ctx, query.query, query.format);
    const found = await actions.listNotes(ctx, { ...query, limit: PER_PAGE });
    return page(
      { title: sayNote(ctx.locale)("notes.title"), personal: true },
      <NotesPage ctx={ctx} path={path} query={queryOf(search)} words={query.query} list={found} />,
    );
  },
});

async function notesFile(ctx: Context, query: string, format: (typeof FORMATS)[number]): Promise<Reply> {
  const say = sayNote(ctx.locale);
  const { items, total } = await actions.listNotes(ctx, { query, limit: MOST_ROWS });
  await ctx.write(async ({ audit }) =>
    audit({ action: "note.export", subjectKind: "note", after: { rows: items.length, total } }),
  );
  return listFile(
    format,
    `${ctx.cluster!.slug}-${say("notes.file")}`,
    [
      { label: say("column.note.organisation"), value: (note) => displayName(note.organisation), width: 40 },
      { label: say("column.note.text"), value: (note) => note.text, width: 80 },
      { label: say("column.note.who"), value: (note) => note.author },
      { label: say("column.note.when"), value: (note) => note.writtenAt },
      { label: say("column.note.edited"), value: (note) => note.editedAt },
    ],
    items,
  );
}

const write = post("/clusters/:cluster/organisations/:slug/team/notes", {
  rule: "note.write",
  summary: "Writes a note of the team about an organisation",
  params: TeamPath,
  subject: organisationSubject,
  handle: async ({ ctx, csrf, body, params, subject }) => {
    const { text } = typedText(body);
    const read = NoteText.safeParse(text);
    if (!read.success) {
      const problems = problemSentences({ text: zodProblems(read.error)[""]! }, ctx.locale);
      return teamPage(ctx, csrf, params.slug, { note: { typed: text, problems } });
    }
    const id = await actions.writeNote(ctx, subject.organisationId, read.data);
    return redirect(`${teamHref(ctx, params.slug)}#note-${id}`, "note.added");
  },
});

const shown = async (
  ctx: Context,
  csrf: string,
  again: { values?: { text: string }; problems?: Record<string, string>; conflict?: boolean } = {},
): Promise<Reply> => {
  const note = again.conflict
    ? ((await actions.findNote(ctx, askedNote(ctx).id)) ?? askedNote(ctx))
    : askedNote(ctx);
  return page(
    { title: sayNote(ctx.locale)("note.form", { name: displayName(note.organisation) }), personal: true },
    <NotePage
      ctx={ctx}
      csrf={csrf}
      note={note}
      versions={await actions.versionsOf(ctx, note)}
      mayChange={mayChange(ctx, note)}
      values={again.values ?? { text: note.text }}
      problems={again.problems}
      conflict={again.conflict}
    />,
    again.conflict ? 409 : again.problems ? 422 : 200,
  );
};

const see = get("/clusters/:cluster/notes/:note", {
  rule: "note.see",
  summary: "One note with what it said before, and the form to change it",
  params: NotePath,
  subject: noteSubject(),
  handle: ({ ctx, csrf }) => shown(ctx, csrf),
});

const change = post("/clusters/:cluster/notes/:note", {
  rule: "note.change",
  summary: "Changes a note, unless somebody else did meanwhile",
  params: NotePath,
  subject: noteSubject(),
  handle: async ({ ctx, csrf, body }) => {
    const { text, version } = typedText(body);
    const read = NoteText.safeParse(text);
    if (!read.success)
      return shown(ctx, csrf, {
        values: { text },
        problems: problemSentences({ text: zodProblems(read.error)[""]! }, ctx.locale),
      });
    const note = askedNote(ctx);
    const done = await actions.changeNote(ctx, note, read.data, Number(version));
    if (!done.ok) return shown(ctx, csrf, { values: { text }, conflict: true });
    return redirect(`${teamHref(ctx, note.slug)}#note-${note.id}`, "note.changed");
  },
});

const remove = post("/clusters/:cluster/notes/:note/remove", {
  rule: "note.change",
  summary: "Takes a note away; the page that follows can undo it",
  params: NotePath,
  subject: noteSubject(),
  handle: async ({ ctx }) => {
    const note = askedNote(ctx);
    await actions.removeNote(ctx, note);
    return redirect(`${teamHref(ctx, note.slug)}?removed=${note.id}`);
  },
});

const restore = post("/clusters/:cluster/notes/:note/restore", {
  rule: "note.change",
  summary: "Brings back a note that was taken away",
  params: NotePath,
  subject: noteSubject(true),
  handle: async ({ ctx }) => {
    const note = askedNote(ctx);
    await actions.restoreNote(ctx, note);
    return redirect(`${teamHref(ctx, note.slug)}#note-${note.id}`, "note.restored");
  },
});

export const notePages: Route[] = [list, write, see, change, remove, restore];

const present = (note: NoteRow) => ({
  id: note.id,
  organisation: { slug: note.slug, name: note.organisation },
  text: note.text,
  author: note.author,
  writtenAt: note.writtenAt.toISOString(),
  editedAt: note.editedAt?.toISOString() ?? null,
  version: note.version,
});

const API = "/api/v1/clusters/:cluster";

const one = async (ctx: Context, id: string): Promise<Reply> => {
  const note = await actions.findNote(ctx, id);
  return note && note.removedAt === null ? json(present(note)) : problem("not-found");
};

export const noteApi: Route[] = [
  api.get(`${API}/notes`, {
    rule: "note.list",
    summary: "Every note of the cluster's team, searched by words",
    params: ClusterPath,
    query: NotesApiQuery,
    answer: NoteList,
    example: CLUSTER,
    subject: teamSubject,
    handle: async ({ ctx, query }) => {
      const found = await actions.listNotes(ctx, query);
      return json({ ...found, items: found.items.map(present) });
    },
  }),
  api.get(`${API}/organisations/:slug/notes`, {
    rule: "note.see",
    summary: "The team's notes about one organisation",
    params: TeamPath,
    answer: NoteList,
    example: ORGANISATION,
    subject: organisationSubject,
    handle: async ({ ctx, subject }) => {
      const items = await actions.notesOf(ctx, subject.organisationId);
      return json({ items: items.map(present), total: items.length, next: null });
    },
  }),
  api.post(`${API}/organisations/:slug/notes`, {
    rule: "note.write",
    summary: "Writes a note of the team about an organisation",
    params: TeamPath,
    body: NewNote,
    answer: NoteOut,
    subject: organisationSubject,
    handle: async ({ ctx, body, params, subject }) => {
      const id = await actions.writeNote(ctx, subject.organisationId, body.text);
      const note = await actions.findNote(ctx, id);
      return created(present(note!), `/api/v1/clusters/${params.cluster}/notes/${id}`);
    },
  }),
  api.get(`${API}/notes/:note`, {
    rule: "note.see",
    summary: "One note of the team",
    params: NotePath,
    answer: NoteOut,
    subject: noteSubject(),
    handle: ({ ctx }) => json(present(askedNote(ctx))),
  }),
  api.get(`${API}/notes/:note/versions`, {
    rule: "note.see",
    summary: "What a note said before, the newest first",
    params: NotePath,
    answer: VersionList,
    subject: noteSubject(),
    handle: async ({ ctx }) => {
      const versions = await actions.versionsOf(ctx, askedNote(ctx));
      return json({
        items: versions.map((version) => ({ ...version, saidAt: version.saidAt.toISOString() })),
      });
    },
  }),
  api.patch(`${API}/notes/:note`, {
    rule: "note.change",
    summary: "Changes a note that still has the version sent along",
    params: NotePath,
    body: NoteChange,
    answer: NoteOut,
    subject: noteSubject(),
    handle: async ({ ctx, body, params }) => {
      const done = await actions.changeNote(ctx, askedNote(ctx), body.text, body.version);
      return done.ok ? one(ctx, params.note) : problem("conflict", "Somebody changed it meanwhile.");
    },
  }),
  api.delete(`${API}/notes/:note`, {
    rule: "note.change",
    summary: "Takes a note away",
    params: NotePath,
    subject: noteSubject(),
    handle: async ({ ctx }) => {
      await actions.removeNote(ctx, askedNote(ctx));
      return empty;
    },
  }),
  api.post(`${API}/notes/:note/restore`, {
    rule: "note.change",
    summary: "Brings back a note that was taken away",
    params: NotePath,
    answer: NoteOut,
    subject: noteSubject(true),
    handle: async ({ ctx, params }) => {
      await actions.restoreNote(ctx, askedNote(ctx));
      return one(ctx, params.note);
    },
  }),
];
