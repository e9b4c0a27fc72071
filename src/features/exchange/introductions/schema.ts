import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { OUTCOMES, STATES } from "./words.ts";

export const IntroductionPath = ClusterPath.extend({ introduction: z.uuid() });
export const TalkPath = IntroductionPath.extend({ talk: z.uuid() });
export const OutcomePath = IntroductionPath.extend({ outcome: z.uuid() });

const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? undefined : value), schema);

/** What an introduction is asked about: from the address of the form, or from its hidden fields. */
const About = {
  need: z.uuid().optional(),
  offer: z.uuid().optional(),
  /** Who is asked; left out where the owner of a need is, of whom only the need's teaser may be known. */
  organisation: Slug.optional(),
  /** For whom the team proposes it. */
  for: Slug.optional(),
};

export const AboutQuery = z.object({
  need: About.need.catch(undefined),
  offer: About.offer.catch(undefined),
  organisation: About.organisation.catch(undefined),
  for: About.for.catch(undefined),
});
export type About = z.output<typeof AboutQuery>;

const Message = z.string().trim().min(1).max(2000);
const Told = z.string().trim().max(1000);

export const NewIntroduction = z.strictObject({
  ...About,
  via: z.enum(["direct", "team"]).default("direct"),
  message: Message,
  /** What the other side is told of a need that stays unnamed. */
  told: Told.default(""),
  /** Whether the team of the cluster may know of it. */
  mediated: z.boolean().default(true),
});
export type NewIntroduction = z.output<typeof NewIntroduction>;

export const IntroductionForm = z.object({
  need: blank(About.need),
  offer: blank(About.offer),
  organisation: blank(About.organisation),
  for: blank(About.for),
  via: z.enum(["direct", "team"]).catch("direct"),
  message: Message,
  told: blank(Told.optional()).transform((text) => text ?? ""),
  mediated: z.preprocess((value) => value === "on", z.boolean()),
});

const Reason = z.string().trim().max(400).default("");
export const ReasonBody = z.strictObject({ reason: Reason });
export const ReasonForm = z.object({ reason: z.preprocess((value) => value ?? "", Reason) });
export const NoteBody = z.strictObject({ note: z.string().trim().max(2000).default("") });
export const NoteForm = z.object({
  note: z.preprocess((value) => value ?? "", z.string().trim().max(2000)),
});
export const MessageBody = z.strictObject({ text: z.string().trim().min(1).max(4000) });
export const MessageForm = z.object(MessageBody.shape);

const list = (value: unknown) => [value ?? []].flat().filter((one) => one !== "");
const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => list(value).filter((one) => values.includes(one as string)),
    z.array(z.enum(values)),
  );

/** How far an introduction came at least; and the month in which an outcome was that both sides confirmed. */
const REACHED = ["accepted", "met", "outcome"] as const;
const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const Reached = {
  /** The year it was asked for in. */
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  reached: z.enum(REACHED).optional().catch(undefined),
  month: Month.optional().catch(undefined),
};

/** Tolerant: an odd value in the address is left out, and the page still shows. */
export const IntroductionFilter = z.object({
  state: several(STATES),
  waiting: z.literal("me").optional().catch(undefined),
  organisation: Slug.optional().catch(undefined),
  need: z.uuid().optional().catch(undefined),
  offer: z.uuid().optional().catch(undefined),
  outcome: several(OUTCOMES),
  ...Reached,
  view: z.enum(["board", "table"]).optional().catch(undefined),
  cursor: z.string().max(400).optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});
export type IntroductionFilter = z.output<typeof IntroductionFilter>;

const oneOrSeveral = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(schema).max(20));

export const IntroductionQuery = z.strictObject({
  state: oneOrSeveral(z.enum(STATES)),
  waiting: z.literal("me").optional(),
  organisation: Slug.optional(),
  need: z.uuid().optional(),
  offer: z.uuid().optional(),
  outcome: oneOrSeveral(z.enum(OUTCOMES)),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  reached: z.enum(REACHED).optional(),
  month: Month.optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const SettingsBody = z.strictObject({
  perWeek: z.number().int().min(1).max(1000),
  answerDays: z.number().int().min(2).max(90),
});
export const SettingsForm = z.object({
  perWeek: z.coerce.number().int().min(1).max(1000),
  answerDays: z.coerce.number().int().min(2).max(90),
});
