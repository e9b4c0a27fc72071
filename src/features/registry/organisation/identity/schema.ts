import { z } from "zod";
import { SIZE_CLASSES } from "./size-classes.ts";

const text = (most: number) => z.string().trim().min(1).max(most);
const Url = z.url({ protocol: /^https?$/, error: "not-a-url" }).max(500);
const Nace = z.string().regex(/^[A-U](\d{2}(\.\d{1,2})?)?$/, "not-a-nace");

/** The public identity as its owner keeps it. An API leaves out what stays; `null` empties a field. */
const Fields = z.object({
  name: text(400),
  shortName: text(120).nullable(),
  url: Url.nullable(),
  sizeClass: z.enum(SIZE_CLASSES).nullable(),
  industries: z.array(Nace).max(20),
  street: text(300).nullable(),
  postal: text(40).nullable(),
  city: text(200).nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "not-a-country")
    .nullable(),
  nuts: z
    .string()
    .regex(/^[A-Z]{2}[A-Z0-9]{0,3}$/, "not-a-nuts")
    .nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  vat: text(40).nullable(),
  lei: z
    .string()
    .regex(/^[A-Z0-9]{18}\d{2}$/, "not-a-lei")
    .nullable(),
  ror: z
    .string()
    .regex(/^https:\/\/ror\.org\/0[a-z0-9]{8}$/, "not-a-ror")
    .nullable(),
  registerNumber: text(80).nullable(),
});
export type Identity = z.output<typeof Fields>;
export const IDENTITY_FIELDS = Object.keys(Fields.shape) as (keyof Identity)[];

const Version = z.coerce.number().int().min(1);

export const IdentityChange = z.strictObject({ ...Fields.partial().shape, version: Version });
export type IdentityChange = z.output<typeof IdentityChange>;

const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value !== "string" || value.trim() === "" ? null : value.trim()), schema);
const degrees = (schema: z.ZodType<number | null>) =>
  orNull(
    z.preprocess((value) => (typeof value === "string" ? Number(value.replace(",", ".")) : value), schema),
  );

/** As the form sends it: everything is text, and an empty text is nothing. */
export const IdentityForm = z
  .object({
    version: Version,
    name: Fields.shape.name,
    shortName: orNull(Fields.shape.shortName),
    url: orNull(Fields.shape.url),
    sizeClass: orNull(Fields.shape.sizeClass),
    industries: z.preprocess(
      (value) => (typeof value === "string" ? value.split(/[\s,;]+/).filter(Boolean) : []),
      Fields.shape.industries,
    ),
    street: orNull(Fields.shape.street),
    postal: orNull(Fields.shape.postal),
    city: orNull(Fields.shape.city),
    country: orNull(Fields.shape.country),
    nuts: orNull(Fields.shape.nuts),
    lat: degrees(Fields.shape.lat),
    lon: degrees(Fields.shape.lon),
    vat: orNull(Fields.shape.vat),
    lei: orNull(Fields.shape.lei),
    ror: orNull(Fields.shape.ror),
    registerNumber: orNull(Fields.shape.registerNumber),
  })
  .refine(({ lat, lon }) => (lat === null) === (lon === null), { path: ["lat"], error: "both-or-none" });
