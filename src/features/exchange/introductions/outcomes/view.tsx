import type { Context } from "../../../../access/context.ts";
import {
  Button,
  Facts,
  Form,
  formatDate,
  formatMoney,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../../ui/index.ts";
import { introductionHref } from "../address.ts";
import type { Introduction } from "../store.ts";
import { partyIn } from "../subject.ts";
import { nameOf, titleOf } from "../views/names.ts";
import type { IntroductionPageProps } from "../views/page.tsx";
import { Typed } from "../views/text.tsx";
import { OUTCOME_WORDS, OUTCOMES, otherSide, type Side } from "../words.ts";
import { sayOutcome } from "./messages.ts";
import { mayLink, maySay } from "./rules.ts";
import type { OutcomeRow } from "./store.ts";

/** What was said of what came of it, and what may be said next. */
export function OutcomeSheet({ ctx, csrf, row, outcomes, mayAct, problems }: IntroductionPageProps) {
  const say = sayOutcome(ctx.locale);
  const party = partyIn(ctx, row);
  const base = `${introductionHref(ctx.cluster!, row.id)}/outcomes`;
  const maySpeak = mayAct && party !== "team" && maySay(row.state);
  return (
    <Sheet title={say("outcome.title")} id="outcome">
      <div class="stack">
        {problems?.form === "outcome" ? <Notice tone="stop">{problems.sentence}</Notice> : null}
        {outcomes.length === 0 ? <p>{say("outcome.none")}</p> : null}
        {outcomes.map((outcome) => (
          <One ctx={ctx} csrf={csrf} row={row} outcome={outcome} mayAct={mayAct} />
        ))}
        {maySpeak ? (
          <p>
            <Button kind={outcomes.length === 0 ? "main" : undefined} href={`${base}/new`}>
              {say("outcome.say")}
            </Button>
          </p>
        ) : null}
      </div>
    </Sheet>
  );
}

interface Part {
  ctx: Context;
  csrf: string;
  row: Introduction;
  outcome: OutcomeRow;
  mayAct: boolean;
}

function One({ ctx, csrf, row, outcome, mayAct }: Part) {
  const { locale } = ctx;
  const say = sayOutcome(locale);
  const party = partyIn(ctx, row);
  const base = `${introductionHref(ctx.cluster!, row.id)}/outcomes/${outcome.id}`;
  const mine = party === outcome.by;
  const open = outcome.state === "stated" && mayAct && party !== "team";
  const tone = outcome.state === "confirmed" ? "good" : outcome.state === "disputed" ? "stop" : "wait";
  return (
    <section class="stack">
      <div>
        <p>
          <b>{OUTCOME_WORDS[outcome.kind][locale]}</b>{" "}
          <Tag tone={tone}>
            {say(`outcome.${outcome.state as "stated" | "confirmed" | "disputed"}`, {
              name: nameOf(ctx, row, outcome.by),
            })}
          </Tag>
        </p>
        <Facts
          facts={[
            [
              say(outcome.happenedOn ? "outcome.on" : "outcome.said-on"),
              formatDate(outcome.happenedOn ?? outcome.statedAt, locale),
            ],
            [say("outcome.worth"), outcome.cents === null ? null : formatMoney(outcome.cents / 100, locale)],
            [say("outcome.claims"), outcome.claims.map((claim) => claim.programme).join(", ")],
            [say("outcome.note"), outcome.note ? <Typed text={outcome.note} /> : null],
          ]}
        />
      </div>
      {open && mine ? (
        <form method="post" action={`${base}/withdraw`}>
          <input type="hidden" name="csrf" value={csrf} />
          <Button kind="quiet">{say("outcome.withdraw")}</Button>
        </form>
      ) : null}
      {open && !mine ? (
        <Form
          locale={locale}
          action={`${base}/confirm`}
          csrf={csrf}
          fields={
            outcome.cents === null ? [] : [{ name: "sums", label: say("outcome.sums"), type: "checkbox" }]
          }
          submit={say("outcome.confirm")}
          acts={<Button formaction={`${base}/dispute`}>{say("outcome.dispute")}</Button>}
        />
      ) : null}
      {mayAct && party !== "team" ? (
        <Link ctx={ctx} csrf={csrf} row={row} outcome={outcome} mayAct={mayAct} />
      ) : null}
      {mayAct ? (
        <details>
          <summary>{say("outcome.claim")}</summary>
          <Form
            locale={locale}
            action={`${base}/claims`}
            csrf={csrf}
            fields={[{ name: "programme", label: say("outcome.claim.name"), required: true, maxlength: 200 }]}
            submit={say("outcome.claim.add")}
          />
        </details>
      ) : null}
    </section>
  );
}

/** Asked of each side; the link is made with the second yes. */
function Link({ ctx, csrf, row, outcome }: Part) {
  const say = sayOutcome(ctx.locale);
  const side = partyIn(ctx, row) as Side;
  if (outcome.linkId)
    return (
      <p>
        <a href={`/clusters/${ctx.cluster!.slug}/links/${outcome.linkId}`}>{say("outcome.link.there")}</a>
      </p>
    );
  if (!mayLink(outcome)) return null;
  const [own, others] =
    side === "from" ? [outcome.linkFrom, outcome.linkTo] : [outcome.linkTo, outcome.linkFrom];
  if (own === false || others === false) return null;
  if (own) return <p>{say("outcome.link.waits", { name: nameOf(ctx, row, otherSide(side)) })}</p>;
  const action = `${introductionHref(ctx.cluster!, row.id)}/outcomes/${outcome.id}/link`;
  return (
    <form method="post" action={action}>
      <input type="hidden" name="csrf" value={csrf} />
      <p>
        <b>{say("outcome.link")}</b> {say("outcome.link.ask")}
      </p>
      <div class="row">
        <Button name="link" value="yes">
          {say("outcome.link.yes")}
        </Button>
        <Button kind="quiet" name="link" value="no">
          {say("outcome.link.no")}
        </Button>
      </div>
    </form>
  );
}

interface OutcomeFormProps {
  ctx: Context;
  csrf: string;
  row: Introduction;
  values: Readonly<Record<string, string>>;
  problems?: Readonly<Record<string, string>> | undefined;
}

export function OutcomeFormPage({ ctx, csrf, row, values, problems = {} }: OutcomeFormProps) {
  const { locale } = ctx;
  const say = sayOutcome(locale);
  const here = introductionHref(ctx.cluster!, row.id);
  return (
    <>
      <PageHead
        kicker={<a href={here}>{titleOf(ctx, row)}</a>}
        title={say("outcome.say")}
        lede={say("outcome.lede", { other: nameOf(ctx, row, otherSide(partyIn(ctx, row) as Side)) })}
      />
      <Form
        locale={locale}
        action={`${here}/outcomes`}
        csrf={csrf}
        values={values}
        problems={problems}
        submit={say("outcome.say")}
        cancel={{ href: here }}
        fields={[
          {
            name: "kind",
            label: say("outcome.kind"),
            type: "radio",
            required: true,
            choices: OUTCOMES.map((kind) => ({ value: kind, label: OUTCOME_WORDS[kind][locale] })),
          },
          { name: "happenedOn", label: say("outcome.happened"), type: "date", max: ctx.today() },
          { name: "value", label: say("outcome.value"), hint: say("outcome.value.hint"), maxlength: 20 },
          { name: "sums", label: say("outcome.sums"), type: "checkbox" },
          { name: "note", label: say("outcome.note"), type: "textarea", rows: 2, maxlength: 1000 },
          {
            name: "programmes",
            label: say("outcome.programmes"),
            hint: say("outcome.programmes.hint"),
            type: "textarea",
            rows: 2,
            maxlength: 1000,
          },
        ]}
      />
    </>
  );
}
