import { z } from "zod";
import { decodeCursor } from "../../../kernel/page.ts";
import type { After, TermRow } from "./store.ts";

export const Slug = z.string().max(120);
export const Listing = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

const Cursor = z.tuple([z.iso.date(), z.uuid()]);
export const afterOf = (cursor: string | undefined): After | undefined =>
  cursor === undefined ? undefined : Cursor.safeParse(decodeCursor(cursor, 2)).data;

/** What the API says of a role held for a time. */
export const termAnswer = <R extends readonly [string, ...string[]]>(roles: R) =>
  z.object({
    id: z.uuid(),
    person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
    role: z.enum(roles),
    title: z.string().nullable(),
    since: z.iso.date(),
    until: z.iso.date().nullable(),
  });

export const termList = <R extends readonly [string, ...string[]]>(roles: R) =>
  z.object({ items: z.array(termAnswer(roles)), total: z.number().int(), next: z.string().nullable() });

export const termOf = ({ id, personId, name, email, role, title, since, until }: TermRow) => ({
  id,
  person: { id: personId, name, email },
  role,
  title,
  since,
  until,
});

/** Given without saying whether there is an account. */
export const Given = z.object({ email: z.string(), role: z.string() });
