import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { NavEntry } from "../../../access/feature.ts";
import { labelMessages } from "../labels/messages.ts";
import { fieldMessages } from "../own-fields/messages.ts";
import { noteMessages } from "./messages.ts";

/** Where the team finds what it keeps for itself. */
export function teamNav({ actor, cluster }: Context): NavEntry[] {
  if (!cluster) return [];
  const subject = { clusterId: cluster.id };
  const entry = (label: NavEntry["label"], page: string, order: number): NavEntry => ({
    section: "team",
    label,
    href: `/clusters/${cluster.slug}/${page}`,
    order,
  });
  return [
    ...(can(actor, "note.list", subject) ? [entry(noteMessages["notes.title"], "notes", 60)] : []),
    ...(can(actor, "label.see", subject) ? [entry(labelMessages["labels.title"], "labels", 61)] : []),
    ...(can(actor, "own-field.see", subject) ? [entry(fieldMessages["fields.title"], "fields", 62)] : []),
  ];
}
