import type { Context } from "../../../../access/context.ts";
import { Button, displayName, Facts, type FieldSpec, Form, PageHead, Sheet } from "../../../../ui/index.ts";
import { itemHref } from "../../needs/address.ts";
import { KIND_WORDS } from "../../words.ts";
import type { Plan } from "../about.ts";
import { type AskedAbout, introductionsHref } from "../address.ts";
import { sayIntroduction } from "../messages.ts";
import type { Settings } from "../store.ts";

interface AskFormProps {
  ctx: Context;
  csrf: string;
  about: AskedAbout;
  plan: Plan;
  settings: Settings;
  asked: number;
  values: Readonly<Record<string, string>>;
  problems?: Readonly<Record<string, string>> | undefined;
}

/** Who is asked, what they will read, and what it costs: before anything is sent. */
export function AskForm({ ctx, csrf, about, plan, settings, asked, values, problems }: AskFormProps) {
  const { locale } = ctx;
  const say = sayIntroduction(locale);
  const cluster = ctx.cluster!;
  const team = plan.party === "team";
  const from = displayName(plan.from.name);
  const to = plan.to ? displayName(plan.to.name) : say("form.owner");
  const lede = [
    say(team ? "form.lede.team" : "form.lede", {
      from,
      to,
      days: settings.answerDays,
      asked,
      most: settings.perWeek,
    }),
    plan.hidden === "from" && !team ? say("form.lede.unnamed-from", { to }) : "",
    plan.hidden === "to" ? say("form.lede.unnamed-to") : "",
  ];
  const hidden = Object.fromEntries(Object.entries(about).filter(([, value]) => value)) as Record<
    string,
    string
  >;
  return (
    <>
      <PageHead
        kicker={<a href={introductionsHref(cluster)}>{say("list.title")}</a>}
        title={say(team ? "form.title.team" : "form.title")}
        lede={lede.filter(Boolean).join(" ")}
      />
      <div class="grid">
        <div class="c8">
          <Form
            locale={locale}
            action={`${introductionsHref(cluster)}/new`}
            csrf={csrf}
            fields={fieldsOf(ctx, plan)}
            values={{ via: "direct", mediated: true, ...values }}
            problems={problems}
            hidden={hidden}
            submit={say(team ? "form.submit.team" : "form.submit")}
            cancel={{ href: backOf(ctx, plan) }}
          />
        </div>
        <div class="c4">
          <Sheet title={say("form.between")}>
            <Facts
              facts={[
                [say("column.from"), plan.hidden === "from" ? `${from} · ${say("unnamed.still")}` : from],
                [say("column.to"), to],
                [
                  say("page.need"),
                  plan.need ? (
                    <a href={itemHref(cluster, { side: "need", id: plan.need.id })}>{plan.need.title}</a>
                  ) : plan.teaser ? (
                    <a href={itemHref(cluster, { side: "need", id: plan.teaser.needId })}>
                      {plan.teaser.text}
                    </a>
                  ) : null,
                ],
                [
                  say("page.offer"),
                  plan.offer ? (
                    <a href={itemHref(cluster, { side: "offer", id: plan.offer.id })}>{plan.offer.title}</a>
                  ) : null,
                ],
                [say("page.kind"), plan.kind ? KIND_WORDS[plan.kind][locale] : null],
              ]}
            />
          </Sheet>
        </div>
      </div>
    </>
  );
}

function fieldsOf(ctx: Context, plan: Plan): FieldSpec[] {
  const say = sayIntroduction(ctx.locale);
  const team = plan.party === "team";
  const unnamed = plan.hidden === "from";
  const fields: FieldSpec[] = [];
  if (unnamed)
    fields.push({
      name: "told",
      label: say("form.told"),
      hint: say("form.message.unnamed"),
      type: "textarea",
      rows: 3,
      maxlength: 1000,
    });
  fields.push({
    name: "message",
    label: say("form.message"),
    hint: unnamed ? say("form.message.unnamed") : say("form.message.hint"),
    type: "textarea",
    rows: 5,
    required: true,
    maxlength: 2000,
  });
  if (!team && plan.mediated)
    fields.push({
      name: "via",
      label: say("form.via"),
      type: "radio",
      required: true,
      choices: [
        { value: "direct", label: say("form.via.direct"), hint: say("form.via.direct.hint") },
        { value: "team", label: say("form.via.team"), hint: say("form.via.team.hint") },
      ],
    });
  if (!team && (plan.mediated || plan.teaser))
    fields.push({ name: "mediated", label: say("form.mediated"), type: "checkbox" });
  return fields;
}

function backOf(ctx: Context, { need, teaser, offer, to }: Plan): string {
  const cluster = ctx.cluster!;
  if (need || teaser) return itemHref(cluster, { side: "need", id: need?.id ?? teaser!.needId });
  if (offer) return itemHref(cluster, { side: "offer", id: offer.id });
  return to ? `/clusters/${cluster.slug}/organisations/${to.slug}` : introductionsHref(cluster);
}

export interface ChooseProps {
  ctx: Context;
  about: AskedAbout;
  members: readonly { slug: string; name: string }[];
  /** The team says for whom as well. */
  both: boolean;
  problem?: string | undefined;
}

/** Where it is not said yet who is to be brought together. */
export function ChoosePage({ ctx, about, members, both, problem }: ChooseProps) {
  const say = sayIntroduction(ctx.locale);
  const cluster = ctx.cluster!;
  const choices = members.map(({ slug, name }) => ({ value: slug, label: displayName(name) }));
  const hidden = Object.fromEntries(
    Object.entries({ need: about.need, offer: about.offer }).filter(([, value]) => value),
  ) as Record<string, string>;
  return (
    <>
      <PageHead
        kicker={<a href={introductionsHref(cluster)}>{say("list.title")}</a>}
        title={say(both ? "form.title.team" : "form.title")}
        lede={problem ?? say("form.whom.lede")}
      />
      <Form
        locale={ctx.locale}
        action={`${introductionsHref(cluster)}/new`}
        method="get"
        hidden={hidden}
        fields={[
          ...(both && !about.need
            ? [{ name: "for", label: say("column.from"), type: "select" as const, required: true, choices }]
            : []),
          { name: "organisation", label: say("column.to"), type: "select", required: true, choices },
        ]}
        values={{ for: about.for, organisation: about.organisation }}
        submit={say("form.go-on")}
        acts={
          <Button kind="quiet" href={introductionsHref(cluster)}>
            {say("list.title")}
          </Button>
        }
      />
    </>
  );
}
