import type { Context } from "../../../../access/context.ts";
import { displayName, type FieldSpec, Form, PageHead } from "../../../../ui/index.ts";
import { WallField } from "../../organisation/views/wall-field.tsx";
import { linksHref } from "../address.ts";
import { sayLink } from "../messages.ts";
import { NATURE_NAMES, NATURES } from "../schema.ts";
import type { End } from "../store.ts";
import { natureWords, typeWords } from "../words.ts";
import { termFields } from "./term-fields.ts";

export interface DeclareFormProps {
  ctx: Context;
  csrf: string;
  own: End;
  members: readonly End[];
  values: Readonly<Record<string, string | readonly string[]>>;
  problems?: Readonly<Record<string, string>> | undefined;
}

export function DeclareForm({ ctx, csrf, own, members, values, problems = {} }: DeclareFormProps) {
  const cluster = ctx.cluster!;
  const say = sayLink(ctx.locale);
  const name = displayName(own.name);
  return (
    <>
      <PageHead
        kicker={ctx.locale === "de" ? cluster.nameDe : cluster.nameEn}
        title={say("declare.title")}
        lede={say("declare.lede", { own: name })}
      />
      <Form
        locale={ctx.locale}
        action={`${linksHref(cluster)}/new`}
        csrf={csrf}
        fields={fieldsOf(ctx, own, members)}
        values={values}
        problems={problems}
        submit={say("act.declare")}
        cancel={{ href: linksHref(cluster) }}
      >
        <WallField
          locale={ctx.locale}
          summary={say("field.wall")}
          label={say("field.wall")}
          hint={say("field.wall.hint")}
          value={[values.wall ?? []].flat()}
          problem={problems.wall}
          choices={choicesOf(members, own)}
        />
      </Form>
    </>
  );
}

function fieldsOf({ locale }: Context, own: End, members: readonly End[]): FieldSpec[] {
  const say = sayLink(locale);
  const others = choicesOf(members, own);
  return [
    {
      name: "statement",
      label: say("field.statement", { own: displayName(own.name) }),
      type: "select",
      required: true,
      choices: statements(locale),
    },
    { name: "other", label: say("field.other"), type: "select", required: true, choices: others },
    ...termFields(locale),
  ];
}

const choicesOf = (members: readonly End[], own: End) =>
  members
    .filter((member) => member.id !== own.id)
    .map((member) => ({ value: member.slug, label: displayName(member.name) }));

/** Each nature from our side: "supplies" and "is supplied by" are two statements about one kind of link. */
const statements = (locale: Context["locale"]) =>
  NATURE_NAMES.flatMap((nature) =>
    (NATURES[nature].directed ? (["from", "to"] as const) : (["from"] as const)).map((end) => ({
      value: `${nature}:${end}`,
      label: `${natureWords(locale, nature, end)} … (${typeWords(locale, NATURES[nature].type)})`,
    })),
  );
