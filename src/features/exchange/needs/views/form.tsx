import type { Child } from "hono/jsx";
import type { Context } from "../../../../access/context.ts";
import {
  Button,
  displayName,
  Field,
  type FieldProps,
  type FieldSpec,
  Form,
  Notice,
  PageHead,
} from "../../../../ui/index.ts";
import { INTENT_WORDS, INTENTS, KIND_WORDS, KINDS } from "../../words.ts";
import { itemHref, listHref, organisationHref, ownHref } from "../address.ts";
import type { Choosable } from "../around.ts";
import { sayNeeds } from "../messages.ts";
import { REPEATS, type Side } from "../rules.ts";
import { LEVELS, OPEN_STEPS } from "../schema.ts";
import type { Item } from "../store.ts";

export type Typed = Readonly<Record<string, string | string[] | number | boolean | null>>;

export interface ItemFormProps {
  ctx: Context;
  csrf: string;
  side: Side;
  /** Whose it is; missing where the form itself asks. */
  organisation?: Choosable | undefined;
  /** What is changed; missing while it is new. */
  item?: Item | undefined;
  members: readonly Choosable[];
  people: readonly { id: string; name: string }[];
  /** Words that are in use here. */
  words: readonly string[];
  values: Typed;
  problems?: Readonly<Record<string, string>> | undefined;
}

export function ItemForm(props: ItemFormProps) {
  const { ctx, csrf, side, organisation, item, values, problems = {} } = props;
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const cluster = ctx.cluster!;
  const gathers = organisation === undefined;
  const action = item
    ? `${itemHref(cluster, item)}/edit`
    : `${listHref(cluster, side)}/${gathers ? "gather" : "new"}`;
  const isDraft = !item || item.state === "draft";
  const own = organisation?.id === ctx.actor.organisationId;
  const mayOpen = isDraft && own;
  const back = item ? itemHref(cluster, item) : gathers ? listHref(cluster, side) : ownHref(cluster);
  const form = (
    <Form
      locale={locale}
      action={action}
      csrf={csrf}
      fields={firstFields(props)}
      values={values}
      problems={problems}
      hidden={item ? { version: String(values.version ?? item.version) } : {}}
      submit={say(mayOpen ? "act.open" : own ? "act.save" : "gather.save")}
      acts={
        mayOpen ? (
          <Button name="as" value="draft">
            {say("act.draft")}
          </Button>
        ) : null
      }
      cancel={{ href: back }}
    >
      <Folded
        title={say("more")}
        fields={moreFields(props)}
        values={values}
        problems={problems}
        locale={locale}
      />
      <Plain fields={doorFields(props)} values={values} problems={problems} locale={locale} />
      {side === "need" && own ? (
        <Folded
          title={say("confidence.title")}
          hint={say("confidence.hint")}
          fields={confidenceFields(props)}
          values={values}
          problems={problems}
          locale={locale}
          open={values.step === "teaser" || values.step === "match" || values.step === "named"}
        />
      ) : null}
      <Folded
        title={say("field.wall")}
        fields={[wallField(props)]}
        values={values}
        problems={problems}
        locale={locale}
      />
    </Form>
  );
  return (
    <>
      <PageHead
        kicker={
          organisation ? (
            <a href={organisationHref(cluster, organisation.slug)}>{displayName(organisation.name)}</a>
          ) : null
        }
        title={say(item ? `edit.${side}` : gathers ? `gather.${side}` : `new.${side}`)}
        lede={
          gathers
            ? say("gather.lede")
            : item
              ? undefined
              : say(`new.lede.${side}`, { name: displayName(organisation.name) })
        }
      />
      {problems[""] ? <Notice tone="stop">{problems[""]}</Notice> : null}
      {mayOpen ? <Keeping kept={say("draft.kept")}>{form}</Keeping> : form}
    </>
  );
}

/** A draft is kept as it is typed, where the browser can. */
const Keeping = ({ kept, children }: { kept: string; children?: Child }) => (
  <draft-keeper data-needs="title">
    {children}
    <p class="hint" role="status" data-said data-kept={kept} hidden />
  </draft-keeper>
);

type Group = {
  fields: readonly FieldSpec[];
  values: Typed;
  problems: Readonly<Record<string, string>>;
  locale: Context["locale"];
};

const Plain = ({ fields, values, problems, locale }: Group) => (
  <>
    {fields.map((field) => (
      <Field
        key={field.name}
        {...field}
        locale={locale}
        value={values[field.name] as FieldProps["value"]}
        problem={problems[field.name]}
      />
    ))}
  </>
);

/** These have a value from the beginning. */
const BORN_FILLED = new Set(["language", "personId"]);

/** What few need is folded away until something stands in it, or is wrong with it. */
function Folded({ title, hint, open, ...group }: Group & { title: string; hint?: string; open?: boolean }) {
  const filled = group.fields.some(
    ({ name, type }) =>
      type !== "checkbox" &&
      !BORN_FILLED.has(name) &&
      [group.values[name] ?? ""].flat().some((one) => one !== "" && one !== null),
  );
  const wrong = group.fields.some(({ name }) => group.problems[name] !== undefined);
  return (
    <details class="field" open={open || filled || wrong}>
      <summary>{title}</summary>
      <div class="form">
        {hint ? <p class="hint">{hint}</p> : null}
        <Plain {...group} />
      </div>
    </details>
  );
}

function firstFields({ ctx, side, organisation, members, words }: ItemFormProps): FieldSpec[] {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  return [
    ...(organisation
      ? []
      : [
          {
            name: "organisation",
            label: say("field.organisation"),
            type: "select",
            required: true,
            choices: members
              .filter((member) => !ctx.actor.ownOrganisations.includes(member.id))
              .map((member) => ({ value: member.slug, label: displayName(member.name) })),
          } satisfies FieldSpec,
        ]),
    {
      name: "title",
      label: say("field.title"),
      hint: say(`field.title.hint.${side}`),
      required: true,
      maxlength: 200,
    },
    {
      name: "text",
      label: say("field.text"),
      hint: say("field.text.hint"),
      type: "textarea",
      rows: 7,
      maxlength: 8000,
      required: true,
    },
    {
      name: "kind",
      label: say(`field.kind.${side}`),
      type: "select",
      required: true,
      choices: KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind][locale] })),
    },
    {
      name: "intent",
      label: say("field.intent"),
      type: "select",
      required: true,
      choices: INTENTS.map((intent) => ({ value: intent, label: INTENT_WORDS[intent][locale] })),
    },
    {
      name: "competences",
      label: say("field.competences"),
      hint:
        words.length > 0
          ? say("field.competences.hint", { words: words.join(", ") })
          : say("field.competences.hint.none"),
      type: "textarea",
      rows: 2,
      maxlength: 2400,
    },
    {
      name: "deadline",
      label: say("field.deadline"),
      hint: say("field.deadline.hint"),
      type: "date",
    },
  ];
}

function moreFields({ ctx, side, people }: ItemFormProps): FieldSpec[] {
  const say = sayNeeds(ctx.locale);
  return [
    { name: "place", label: say("field.place"), hint: say("field.place.hint"), maxlength: 200 },
    { name: "radiusKm", label: say("field.radiusKm"), type: "number", min: 1, max: 20000 },
    {
      name: "countries",
      label: say("field.countries"),
      hint: say("field.countries.hint"),
      maxlength: 300,
    },
    ...(side === "offer"
      ? [{ name: "availableFrom", label: say("field.availableFrom"), type: "date" } satisfies FieldSpec]
      : []),
    {
      name: "repeats",
      label: say("field.repeats"),
      hint: say("field.repeats.hint"),
      type: "select",
      choices: REPEATS.map((one) => ({ value: one, label: say(`repeats.${one}`) })),
    },
    ...(people.length > 0
      ? [
          {
            name: "personId",
            label: say("field.personId"),
            type: "select",
            choices: people.map((person) => ({ value: person.id, label: person.name })),
          } satisfies FieldSpec,
        ]
      : []),
    {
      name: "language",
      label: say("field.language"),
      type: "select",
      required: true,
      choices: (["en", "de"] as const).map((one) => ({ value: one, label: say(`language.${one}`) })),
    },
  ];
}

function doorFields({ ctx, side, organisation }: ItemFormProps): FieldSpec[] {
  const say = sayNeeds(ctx.locale);
  return [
    {
      name: "visibility",
      label: say("field.visibility"),
      type: "radio",
      required: true,
      choices: LEVELS.map((level) => ({ value: level, label: say(`visibility.${level}`) })),
    },
    ...(side === "need" && organisation?.id === ctx.actor.organisationId
      ? [
          {
            name: "step",
            label: say("field.step"),
            type: "radio",
            required: true,
            choices: OPEN_STEPS.map((step) => ({ value: step, label: say(`step.${step}`) })),
          } satisfies FieldSpec,
        ]
      : []),
    { name: "across", label: say("field.across"), type: "checkbox" },
  ];
}

function confidenceFields({ ctx }: ItemFormProps): FieldSpec[] {
  const say = sayNeeds(ctx.locale);
  return [
    {
      name: "teaser",
      label: say("field.teaser"),
      hint: say("field.teaser.hint"),
      type: "textarea",
      rows: 3,
      maxlength: 1000,
    },
    {
      name: "detail",
      label: say("field.detail"),
      hint: say("field.detail.hint"),
      type: "textarea",
      rows: 4,
      maxlength: 8000,
    },
    {
      name: "secrecy",
      label: say("field.secrecy"),
      hint: say("field.secrecy.hint"),
      type: "textarea",
      rows: 4,
      maxlength: 8000,
    },
    {
      name: "mediated",
      label: say("field.mediated"),
      hint: say("field.mediated.hint"),
      type: "checkbox",
    },
  ];
}

function wallField({ ctx, members, organisation }: ItemFormProps): FieldSpec {
  const say = sayNeeds(ctx.locale);
  return {
    name: "wall",
    label: say("field.wall"),
    hint: say("field.wall.hint"),
    type: "checkboxes",
    choices: members
      .filter((member) => member.id !== organisation?.id)
      .map((member) => ({ value: member.slug, label: displayName(member.name) })),
  };
}
