import { z } from "zod";
import { stateOf } from "./rules.ts";
import type { LinkRow } from "./store.ts";

const End = z.object({ slug: z.string(), name: z.string() });

/** A link as programs get it. */
export const LinkOut = z.object({
  id: z.uuid(),
  type: z.string(),
  nature: z.string(),
  from: End,
  to: End,
  issue: z.string().nullable(),
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  strength: z.number(),
  digitalLevel: z.string().nullable(),
  origin: z.enum(["declared", "confirmed", "derived"]),
  state: z.enum(["declared", "disputed", "confirmed", "ended", "derived"]),
  /** Which end declared it. */
  declaredFor: z.string().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  evidenceKind: z.string().nullable(),
  /** How many records it follows from. */
  records: z.number().int(),
  note: z.string().nullable(),
  visibility: z.string(),
});
export type LinkOut = z.infer<typeof LinkOut>;

export const LinkWithEvidence = LinkOut.extend({
  projects: z.array(
    z.object({
      slug: z.string(),
      acronym: z.string().nullable(),
      title: z.string(),
      signed: z.iso.date().nullable(),
    }),
  ),
  /** Who never sees it; told to its two ends alone. */
  wall: z.array(z.string()),
});

export const LinkList = z.object({
  items: z.array(LinkOut),
  total: z.number().int(),
  next: z.string().nullable(),
});

export function presentLink(link: LinkRow, today: string): LinkOut {
  const from = { slug: link.fromSlug, name: link.fromName };
  const to = { slug: link.toSlug, name: link.toName };
  return {
    id: link.id,
    type: link.type,
    nature: link.nature,
    from,
    to,
    issue: link.issue,
    since: link.since,
    until: link.until,
    strength: link.strength,
    digitalLevel: link.digitalLevel,
    origin: link.origin as LinkOut["origin"],
    state: stateOf(link, today),
    declaredFor:
      link.declaredFor === null ? null : link.declaredFor === link.fromOrganisationId ? from.slug : to.slug,
    confirmedAt: link.confirmedAt?.toISOString() ?? null,
    evidenceKind: link.evidenceKind,
    records: link.records,
    note: link.note,
    visibility: link.visibility,
  };
}
