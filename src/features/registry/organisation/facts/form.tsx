import type { Context } from "../../../../access/context.ts";
import {
  Button,
  displayName,
  Empty,
  Field,
  Form,
  formatAge,
  Notice,
  PageHead,
  SearchBox,
  Sheet,
  VisibilityBadge,
  type VisibilityLevel,
} from "../../../../ui/index.ts";
import type { End } from "../../links/store.ts";
import { organisationHref } from "../address.ts";
import { WallField } from "../views/wall-field.tsx";
import type { Offer } from "../vocabulary/words.ts";
import { fieldsFor, visibilityField } from "./fields.ts";
import { sayFact } from "./messages.ts";
import type { FactField } from "./shapes.ts";
import type { FactRow } from "./store.ts";

export interface FactFormProps {
  ctx: Context;
  csrf: string;
  organisation: End;
  members: readonly End[];
  /** What it is about; missing where the form itself asks. */
  field?: FactField | undefined;
  /** Missing while the fact is new. */
  factId?: string | undefined;
  values: Readonly<Record<string, string | readonly string[]>>;
  problems?: Readonly<Record<string, string>> | undefined;
  /** What the other wrote, after both changed the same version. */
  theirs?: FactRow | undefined;
  /** Of fields with a vocabulary: what was looked up, and what was found. */
  find?: string | undefined;
  offers?: readonly Offer[] | undefined;
  /** Words nearly the same were found after the form was sent. */
  near?: boolean | undefined;
}

const looksUp = (field: FactField | undefined): field is "industries" | "competences" =>
  field === "industries" || field === "competences";

export function FactFormPage(props: FactFormProps) {
  const { ctx, csrf, organisation, members, field, factId, values, problems = {}, theirs } = props;
  const say = sayFact(ctx.locale);
  const name = displayName(organisation.name);
  const home = organisationHref(organisation.slug, ctx.cluster);
  const fromProfile = values.from === "profile";
  const action = `${home}/facts/${factId ?? "new"}`;
  const nothingToChoose = looksUp(field) && (props.offers ?? []).length === 0 && !props.find;
  return (
    <>
      <PageHead kicker={name} title={formTitle(props)} lede={say("form.lede")} />
      {theirs ? <Theirs ctx={ctx} fact={theirs} /> : null}
      {looksUp(field) ? <LookUp {...props} field={field} action={action} /> : null}
      {nothingToChoose ? null : (
        <Form
          locale={ctx.locale}
          action={action}
          csrf={csrf}
          fields={looksUp(field) ? [] : fieldsFor(ctx, field)}
          values={values}
          problems={problems}
          hidden={{
            ...(typeof values.version === "string" ? { version: values.version } : {}),
            ...(field ? { field, of: field } : {}),
            ...(fromProfile ? { from: "profile" } : {}),
            ...(looksUp(field) ? { find: props.find ?? "", value: props.find ?? "" } : {}),
          }}
          {...(theirs ? { submit: say("conflict.save") } : {})}
          cancel={{ href: fromProfile ? `${home}/profile#${field ?? ""}` : `${home}#facts` }}
          acts={
            factId ? (
              <Button kind="stop" formaction={`${home}/facts/${factId}/remove`}>
                {say("facts.remove")}
              </Button>
            ) : null
          }
        >
          {looksUp(field) ? <Chosen {...props} field={field} /> : null}
          <Field
            {...visibilityField(ctx.locale)}
            locale={ctx.locale}
            value={values.visibility}
            problem={problems.visibility}
          />
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
      )}
    </>
  );
}

export function formTitle({
  ctx,
  organisation,
  field,
  factId,
}: Pick<FactFormProps, "ctx" | "organisation" | "field" | "factId">): string {
  const say = sayFact(ctx.locale);
  const name = displayName(organisation.name);
  if (!field) return say(factId ? "form.edit" : "form.new", { name });
  return say(factId ? "form.item.edit" : "form.item.new", { field: say(`field.${field}`), name });
}

interface LookedUp extends FactFormProps {
  field: "industries" | "competences";
}

/** First the vocabulary is looked through, on the same page and without script; then one of what was found is taken. */
function LookUp({ ctx, field, action, find, values, near }: LookedUp & { action: string }) {
  const say = sayFact(ctx.locale);
  return (
    <>
      <Sheet title={say(`find.${field}`)}>
        <p>{say(`find.${field}.hint`)}</p>
        <SearchBox
          locale={ctx.locale}
          path={action}
          name="find"
          label={say(`find.${field}`)}
          placeholder={say(`find.${field}`)}
          query={{ field, ...(values.from === "profile" ? { from: "profile" } : {}), find: find ?? "" }}
        />
      </Sheet>
      {near ? <Notice tone="wait">{say("find.near")}</Notice> : null}
    </>
  );
}

function Chosen({ ctx, field, offers = [], find, values, problems = {} }: LookedUp) {
  const say = sayFact(ctx.locale);
  const own =
    field === "competences" && find
      ? [{ value: "own", label: say("find.own", { word: find }), hint: say("find.own.hint") }]
      : [];
  if (offers.length === 0 && own.length === 0)
    return <Empty>{say("find.industries.none", { words: find ?? "" })}</Empty>;
  return (
    <Field
      locale={ctx.locale}
      name="code"
      type="radio"
      required
      label={find || field === "industries" ? say(`find.${field}.choose`) : say("find.competences.used")}
      value={values.code}
      problem={problems.code ?? problems.value}
      choices={[
        ...offers.map((offer) => ({
          value: offer.code,
          label: field === "industries" ? `${offer.code} ${offer.title}` : titleOf(ctx, offer),
          hint:
            field === "industries"
              ? undefined
              : say(`find.from.${offer.from}`, { count: offer.organisations }),
        })),
        ...own,
      ]}
    />
  );
}

const titleOf = (ctx: Context, offer: Offer) => (ctx.locale === "de" && offer.titleDe) || offer.title;

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
