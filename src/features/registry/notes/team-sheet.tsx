import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { Facts, Sheet, Tags } from "../../../ui/index.ts";
import { labelsOf, labelsPut } from "../labels/store.ts";
import { ownFieldsOf, ownValues } from "../own-fields/store.ts";
import { nameOf, valueWords } from "../own-fields/words.ts";
import { sayNote } from "./messages.ts";
import { notesOf } from "./store.ts";
import { authorAndDay, Lines, teamHref } from "./views.tsx";

const MOST_NOTES = 2;

/** What the team keeps about an organisation, in short, for its page; `null` for everybody who is not of the team. */
export async function teamSheet(ctx: Context, organisation: { id: string; slug: string }) {
  const { actor, locale, cluster } = ctx;
  if (!cluster || !can(actor, "label.see", { clusterId: cluster.id })) return null;
  const subject = { clusterId: cluster.id, organisationId: organisation.id, writtenBy: null };
  const only = [organisation.id];
  const [notes, labels, put, fields, values] = await ctx.read((db) =>
    Promise.all([
      can(actor, "note.see", subject) ? notesOf(db, actor, cluster.id, organisation.id) : [],
      labelsOf(db, actor, cluster.id),
      labelsPut(db, actor, cluster.id, only),
      ownFieldsOf(db, actor, cluster.id),
      ownValues(db, actor, cluster.id, only),
    ]),
  );
  const say = sayNote(locale);
  const on = labels.filter((label) => put.some((one) => one.labelId === label.id));
  const held = fields.flatMap((field) => {
    const row = values.find((one) => one.fieldId === field.id);
    return row ? [[nameOf(field, locale), valueWords(field, row.value, locale)] as const] : [];
  });
  const nothing = notes.length + on.length + held.length === 0;
  return (
    <Sheet
      title={say("team.title")}
      id="team"
      link={{ label: say("team.open"), href: teamHref(ctx, organisation.slug) }}
    >
      {nothing ? <p>{say("team.nothing")}</p> : null}
      {on.length > 0 ? <Tags tags={on.map(({ name, tone }) => ({ label: name, tone }))} /> : null}
      {held.length > 0 ? <Facts facts={held} /> : null}
      {notes.slice(0, MOST_NOTES).map((note) => (
        <p key={note.id}>
          <Lines text={note.text.length > 200 ? `${note.text.slice(0, 200)} …` : note.text} />
          <br />
          <small>{authorAndDay(ctx, note)}</small>
        </p>
      ))}
      <p class="src">{say("team.only")}</p>
    </Sheet>
  );
}
