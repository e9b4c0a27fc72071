import type { Context } from "../../../../access/context.ts";
import { displayName, Facts, type FieldSpec, Form, Notice, PageHead } from "../../../../ui/index.ts";
import { organisationHref } from "../address.ts";
import { sizeWords } from "../words.ts";
import { type identityMessages, sayIdentity } from "./messages.ts";
import { IDENTITY_FIELDS, type Identity } from "./schema.ts";
import { SIZE_CLASSES } from "./size-classes.ts";

export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface IdentityFormProps {
  ctx: Context;
  csrf: string;
  slug: string;
  name: string;
  values: Typed;
  problems?: Readonly<Record<string, string>> | undefined;
  /** What the record says now, after both changed the same version. */
  theirs?: Identity | undefined;
}

export function IdentityFormPage({
  ctx,
  csrf,
  slug,
  name,
  values,
  problems = {},
  theirs,
}: IdentityFormProps) {
  const say = sayIdentity(ctx.locale);
  const home = organisationHref(slug, ctx.cluster);
  return (
    <>
      <PageHead title={say("identity.title", { name: displayName(name) })} lede={say("identity.lede")} />
      {theirs ? <Theirs ctx={ctx} theirs={theirs} typed={values} /> : null}
      <Form
        locale={ctx.locale}
        action={`${home}/edit`}
        csrf={csrf}
        fields={fieldsOf(ctx)}
        values={values}
        problems={problems}
        hidden={{ version: String(values.version ?? "") }}
        cancel={{ href: home }}
      />
    </>
  );
}

function Theirs({ ctx, theirs, typed }: { ctx: Context; theirs: Identity; typed: Typed }) {
  const say = sayIdentity(ctx.locale);
  const now = typedOf(theirs);
  const different = IDENTITY_FIELDS.filter((field) => now[field] !== String(typed[field] ?? "").trim());
  return (
    <Notice tone="stop" title={say("identity.conflict")}>
      <p>{say("identity.conflict.text")}</p>
      <Facts
        facts={different.map((field) => [label(ctx, field), now[field] || say("identity.empty")] as const)}
      />
    </Notice>
  );
}

const label = (ctx: Context, field: keyof Identity) =>
  sayIdentity(ctx.locale)(`identity.${field}` as keyof typeof identityMessages);

/** The record as the form shows it. */
export const typedOf = (identity: Identity): Record<keyof Identity, string> =>
  Object.fromEntries(
    IDENTITY_FIELDS.map((field) => {
      const value = identity[field];
      return [field, Array.isArray(value) ? value.join(", ") : String(value ?? "")];
    }),
  ) as Record<keyof Identity, string>;

function fieldsOf(ctx: Context): FieldSpec[] {
  const say = sayIdentity(ctx.locale);
  const field = (name: keyof Identity, more: Partial<FieldSpec> = {}): FieldSpec => ({
    name,
    label: label(ctx, name),
    ...more,
  });
  return [
    field("name", { required: true, maxlength: 400 }),
    field("shortName", { maxlength: 120 }),
    field("url", { type: "url", maxlength: 500, placeholder: "https://" }),
    field("sizeClass", {
      type: "select",
      hint: say("identity.sizeClass.hint"),
      choices: SIZE_CLASSES.map((size) => ({ value: size, label: sizeWords(ctx.locale, size) })),
    }),
    field("industries", { hint: say("identity.industries.hint"), maxlength: 300 }),
    field("street", { autocomplete: "street-address", maxlength: 300 }),
    field("postal", { autocomplete: "postal-code", maxlength: 40 }),
    field("city", { autocomplete: "address-level2", maxlength: 200 }),
    field("country", { autocomplete: "country", hint: say("identity.country.hint"), maxlength: 2 }),
    field("nuts", { maxlength: 5 }),
    field("lat", { hint: say("identity.place.hint"), maxlength: 20 }),
    field("lon", { maxlength: 20 }),
    field("vat", { maxlength: 40 }),
    field("lei", { maxlength: 20 }),
    field("ror", { maxlength: 40 }),
    field("registerNumber", { maxlength: 80 }),
  ];
}
