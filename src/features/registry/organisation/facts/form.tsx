import type { Context } from "../../../../access/context.ts";
import {
  Button,
  displayName,
  type FieldSpec,
  Form,
  formatAge,
  Notice,
  PageHead,
  VisibilityBadge,
  type VisibilityLevel,
} from "../../../../ui/index.ts";
import type { End } from "../../links/store.ts";
import { organisationHref } from "../address.ts";
import { WallField } from "../views/wall-field.tsx";
import { sayFact } from "./messages.ts";
import { FACT_LEVELS, FIELDS } from "./schema.ts";
import type { FactRow } from "./store.ts";

export interface FactFormProps {
  ctx: Context;
  csrf: string;
  organisation: End;
  members: readonly End[];
  /** Missing while the fact is new. */
  factId?: string | undefined;
  values: Readonly<Record<string, string | readonly string[]>>;
  problems?: Readonly<Record<string, string>> | undefined;
  /** What the other wrote, after both changed the same version. */
  theirs?: FactRow | undefined;
}

export function FactFormPage(props: FactFormProps) {
  const { ctx, csrf, organisation, members, factId, values, problems = {}, theirs } = props;
  const say = sayFact(ctx.locale);
  const name = displayName(organisation.name);
  const home = organisationHref(organisation.slug, ctx.cluster);
  return (
    <>
      <PageHead
        kicker={name}
        title={say(factId ? "form.edit" : "form.new", { name })}
        lede={say("form.lede")}
      />
      {theirs ? <Theirs ctx={ctx} fact={theirs} /> : null}
      <Form
        locale={ctx.locale}
        action={`${home}/facts/${factId ?? "new"}`}
        csrf={csrf}
        fields={fieldsOf(props)}
        values={values}
        problems={problems}
        hidden={{ ...(typeof values.version === "string" ? { version: values.version } : {}) }}
        {...(theirs ? { submit: say("conflict.save") } : {})}
        cancel={{ href: `${home}#facts` }}
        acts={
          factId ? (
            <Button kind="stop" formaction={`${home}/facts/${factId}/remove`}>
              {say("facts.remove")}
            </Button>
          ) : null
        }
      >
        <WallField
          locale={ctx.locale}
          summary={say("form.wall")}
          label={say("form.wall")}
          hint={say("form.wall.hint")}
          value={[values.wall ?? []].flat()}
          problem={problems.wall}
          choices={members
            .filter((member) => member.id !== organisation.id)
            .map((member) => ({ value: member.slug, label: displayName(member.name) }))}
        />
      </Form>
    </>
  );
}

function Theirs({ ctx, fact }: { ctx: Context; fact: FactRow }) {
  const say = sayFact(ctx.locale);
  return (
    <Notice tone="stop" title={say("conflict.title")}>
      <p>
        {say("conflict.text", {
          who: fact.declarer ?? say("conflict.somebody"),
          age: formatAge(fact.statedAt, ctx.now(), ctx.locale),
        })}
      </p>
      <blockquote>
        <p>{fact.value}</p>
      </blockquote>
      <p>
        <VisibilityBadge
          locale={ctx.locale}
          level={fact.visibility as VisibilityLevel}
          walled={fact.wall.length}
        />
      </p>
    </Notice>
  );
}

function fieldsOf({ ctx: { locale } }: FactFormProps): FieldSpec[] {
  const say = sayFact(locale);
  return [
    {
      name: "field",
      label: say("form.field"),
      type: "select",
      required: true,
      choices: FIELDS.map((field) => ({ value: field, label: say(`field.${field}`) })),
    },
    { name: "value", label: say("form.value"), type: "textarea", rows: 6, required: true, maxlength: 8000 },
    {
      name: "language",
      label: say("form.language"),
      type: "select",
      hint: say("form.language.hint"),
      choices: (["en", "de"] as const).map((language) => ({
        value: language,
        label: say(`language.${language}`),
      })),
    },
    {
      name: "visibility",
      label: say("form.visibility"),
      type: "radio",
      required: true,
      choices: FACT_LEVELS.map((level) => ({ value: level, label: say(`visibility.${level}`) })),
    },
  ];
}
