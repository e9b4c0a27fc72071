import { z } from "zod";

export const FORMATS = ["csv", "xlsx"] as const;

const blankIsNone = (value: unknown) => (value === "" ? undefined : value);

/** What of the log one looks at. */
export interface LogFilter {
  action?: string | undefined;
  person?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const filters = {
  action: z.preprocess(blankIsNone, z.string().max(80).optional()),
  person: z.preprocess(blankIsNone, z.uuid().optional()),
  subject: z.preprocess(blankIsNone, z.string().max(80).optional()),
  from: z.preprocess(blankIsNone, z.iso.date().optional()),
  to: z.preprocess(blankIsNone, z.iso.date().optional()),
};

export const LogQuery = z.object({
  action: filters.action.catch(undefined),
  person: filters.person.catch(undefined),
  subject: filters.subject.catch(undefined),
  from: filters.from.catch(undefined),
  to: filters.to.catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
  format: z.enum(FORMATS).optional().catch(undefined),
});

export const LogListing = z.strictObject({
  action: z.string().max(80).optional(),
  person: z.uuid().optional(),
  subject: z.string().max(80).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

export const LogAnswer = z.object({
  items: z.array(
    z.object({
      at: z.iso.datetime(),
      person: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
      actingAs: z.string().nullable(),
      door: z.string(),
      action: z.string(),
      subjectKind: z.string(),
      subjectId: z.string().nullable(),
      sentence: z.string(),
      hash: z.string(),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
});
