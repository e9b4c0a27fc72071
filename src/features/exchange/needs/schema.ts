import { z } from "zod";
import { INTENTS, KINDS } from "../words.ts";
import { ENDINGS, REPEATS } from "./rules.ts";

export const LEVELS = ["public", "peers", "cluster", "organisation"] as const;
export const OPEN_STEPS = ["full", "named", "teaser", "match"] as const;
export const FILE_STEPS = ["named", "agreed", "full"] as const;
/** More words describe no need any better, and each is looked up. */
export const MOST_WORDS = 20;

const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, { error: "country" });

const What = {
  kind: z.enum(KINDS),
  intent: z.enum(INTENTS),
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().max(8000),
  language: z.enum(["en", "de"]),
  /** As said; each is looked up in the vocabularies. */
  competences: z.array(z.string().trim().min(1).max(120)).max(MOST_WORDS),
  countries: z.array(Country).max(60),
  place: z.string().trim().max(200).nullable(),
  radiusKm: z.number().int().min(1).max(20000).nullable(),
  deadline: z.iso.date().nullable(),
  visibility: z.enum(LEVELS),
  /** Organisations that never learn of it, by their addresses. */
  wall: z.array(Slug).max(200),
  across: z.boolean(),
  repeats: z.enum(REPEATS).nullable(),
  /** Who of the organisation looks after it. */
  personId: z.uuid().nullable(),
};
/** What only needs have: the ladder. */
const Ladder = {
  step: z.enum(OPEN_STEPS),
  teaser: z.string().trim().max(1000),
  secrecy: z.string().trim().max(8000),
  detail: z.string().trim().max(8000),
  mediated: z.boolean(),
};
const Availability = { availableFrom: z.iso.date().nullable() };

/** What can be said of one; the ladder's part of an offer and the calendar of a need stay as they were born. */
export interface Wanted {
  kind: (typeof KINDS)[number];
  intent: (typeof INTENTS)[number];
  title: string;
  text: string;
  language: "en" | "de";
  competences: string[];
  countries: string[];
  place: string | null;
  radiusKm: number | null;
  deadline: string | null;
  visibility: (typeof LEVELS)[number];
  wall: string[];
  across: boolean;
  repeats: (typeof REPEATS)[number] | null;
  personId: string | null;
  step: (typeof OPEN_STEPS)[number];
  teaser: string;
  secrecy: string;
  detail: string;
  mediated: boolean;
  availableFrom: string | null;
}

export const BLANK: Omit<Wanted, "title"> = {
  kind: "partner",
  intent: "joint-project",
  text: "",
  language: "en",
  competences: [],
  countries: [],
  place: null,
  radiusKm: null,
  deadline: null,
  visibility: "cluster",
  wall: [],
  across: false,
  repeats: null,
  personId: null,
  step: "full",
  teaser: "",
  secrecy: "",
  detail: "",
  mediated: true,
  availableFrom: null,
};

const State = z.enum(["draft", "open"]).default("draft");
const partial = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape).partial().shape;

/** As programs say it; what is left out stays as it is, of a new one as in `BLANK`. */
export const NewItem = {
  need: z.strictObject({ ...partial({ ...What, ...Ladder }), title: What.title, state: State }),
  offer: z.strictObject({ ...partial({ ...What, ...Availability }), title: What.title, state: State }),
};
const Version = z.number().int().min(1).optional();
export const ItemChange = {
  need: z.strictObject({ ...partial({ ...What, ...Ladder }), version: Version }),
  offer: z.strictObject({ ...partial({ ...What, ...Availability }), version: Version }),
};
/** What the team wrote down for a member; nothing of the ladder, which is the member's to build. */
export const Gathered = {
  need: z.strictObject({ ...partial(What), title: What.title, organisation: Slug }),
  offer: z.strictObject({ ...partial({ ...What, ...Availability }), title: What.title, organisation: Slug }),
};
export const CloseBody = z.strictObject({ because: z.enum(ENDINGS) });

const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const orNull = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema);
const ticked = z.preprocess((value) => value === "on" || value === "true", z.boolean());
const listed = (value: unknown) => [value ?? []].flat().filter((one) => one !== "");
const split = (value: unknown) =>
  String(value ?? "")
    .split(/[\n,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
const unlessBlank = <T extends z.ZodType>(schema: T, otherwise: unknown) =>
  z.preprocess((value) => (value === "" || value === undefined ? otherwise : value), schema);
const text = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value ?? "", schema);

/** As the form sends it: lists as lines or with commas, boxes as `on`. */
export const ItemForm = z.object({
  kind: unlessBlank(What.kind, BLANK.kind),
  intent: unlessBlank(What.intent, BLANK.intent),
  title: What.title,
  text: text(What.text),
  language: unlessBlank(What.language, BLANK.language),
  competences: z.preprocess(split, What.competences),
  countries: z.preprocess(split, What.countries),
  place: orNull(What.place),
  radiusKm: orNull(z.coerce.number().int().min(1).max(20000).nullable()),
  deadline: orNull(What.deadline),
  availableFrom: orNull(Availability.availableFrom),
  visibility: unlessBlank(What.visibility, BLANK.visibility),
  wall: z.preprocess(listed, What.wall),
  across: ticked,
  repeats: orNull(What.repeats),
  personId: orNull(What.personId),
  step: unlessBlank(Ladder.step, BLANK.step),
  teaser: text(Ladder.teaser),
  secrecy: text(Ladder.secrecy),
  detail: text(Ladder.detail),
  mediated: ticked,
});

/** `as`: what the pressed button says. `version`: the one the form was filled from. */
export const Pressed = z.object({
  as: z.enum(["open", "draft"]).catch("open"),
  version: z.coerce.number().int().optional().catch(undefined),
  organisation: Slug.optional().catch(undefined),
});
