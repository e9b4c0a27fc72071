import type { Context } from "../../../../access/context.ts";
import { Button, Facts, Field, Form, Notice, PageHead, Sheet } from "../../../../ui/index.ts";
import { introductionHref } from "../address.ts";
import { haveAgreed } from "../rules.ts";
import type { Introduction } from "../store.ts";
import { partyIn } from "../subject.ts";
import { nameOf, titleOf, zoneOf } from "../views/names.ts";
import type { IntroductionPageProps } from "../views/page.tsx";
import { Typed } from "../views/text.tsx";
import { otherSide, type Side, WAY_WORDS, WAYS } from "../words.ts";
import { isOpen } from "./actions.ts";
import { sayTalk } from "./messages.ts";
import { ANSWER_DAYS, type Kept, MOST_SLOTS } from "./rules.ts";
import type { TalkRow } from "./store.ts";
import { clockIn, isZone, momentIn, ZONES } from "./zone.ts";

/** The talk that stands, or the way to one. */
export function TalkSheet({ ctx, csrf, row, talks, mayAct, problems }: IntroductionPageProps) {
  const { locale } = ctx;
  const say = sayTalk(locale);
  const side = partyIn(ctx, row) as Side;
  const open = talks.find((talk) => isOpen(talk, ctx.now()));
  const past = talks.filter((talk) => talk !== open && (talk.state === "held" || talk.state === "agreed"));
  const base = `${introductionHref(ctx.cluster!, row.id)}/talks`;
  const part = { ctx, csrf, row, side, mayAct };
  return (
    <Sheet title={say("talk.title")} id="talk">
      <div class="stack">
        {problems?.form === "talk" ? <Notice tone="stop">{problems.sentence}</Notice> : null}
        {open?.state === "proposed" ? <Proposed {...part} talk={open} /> : null}
        {open?.state === "agreed" ? <Agreed {...part} talk={open} /> : null}
        {!open && past.length === 0 ? (
          <p>{say("talk.lede.none", { most: MOST_SLOTS, days: ANSWER_DAYS })}</p>
        ) : null}
        {past.map((talk) =>
          talk.agreed ? (
            <div class="row">
              <p>{say("talk.past", { moment: momentIn(talk.agreed.startsAt, zoneOf(row, side), locale) })}</p>
              {mayAct && talk.state === "held" && haveAgreed(row.state) ? (
                <Small csrf={csrf} action={`${base}/${talk.id}/missed`} label={say("talk.missed")} />
              ) : null}
            </div>
          ) : null,
        )}
        {mayAct && !open && haveAgreed(row.state) ? (
          <p>
            <Button kind={row.state === "accepted" ? "main" : undefined} href={`${base}/new`}>
              {say(past.length > 0 ? "talk.again" : "talk.propose")}
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
  talk: TalkRow;
  side: Side;
  mayAct: boolean;
}

function Proposed({ ctx, csrf, row, talk, side, mayAct }: Part) {
  const { locale } = ctx;
  const say = sayTalk(locale);
  const zone = zoneOf(row, side);
  const other = nameOf(ctx, row, otherSide(side));
  const mine = talk.by === side;
  const base = `${introductionHref(ctx.cluster!, row.id)}/talks/${talk.id}`;
  const said = say(mine ? "talk.lede.other" : "talk.lede.you", {
    other,
    moment: momentIn(talk.expiresAt, zone, locale),
  });
  return (
    <>
      <p>{said}</p>
      <How ctx={ctx} talk={talk} />
      {mine || !mayAct ? (
        <ul>
          {talk.slots.map((slot) => (
            <li>
              {momentIn(slot.startsAt, zone, locale)} – {clockIn(slot.endsAt, zone, locale)}
            </li>
          ))}
        </ul>
      ) : (
        <form method="post" action={`${base}/accept`} class="stack">
          <input type="hidden" name="csrf" value={csrf} />
          <div class="row">
            {talk.slots
              .filter((slot) => slot.state === "held" && slot.startsAt > ctx.now())
              .map((slot) => (
                <Button name="slot" value={slot.id}>
                  {say("talk.choose", {
                    moment: `${momentIn(slot.startsAt, zone, locale)} – ${clockIn(slot.endsAt, zone, locale)}`,
                  })}
                </Button>
              ))}
          </div>
        </form>
      )}
      {mayAct ? (
        <Small
          csrf={csrf}
          action={`${base}/${mine ? "withdraw" : "decline"}`}
          label={say(mine ? "talk.take-back" : "talk.none-suits")}
        />
      ) : null}
      {mayAct && !mine ? <ZoneForm ctx={ctx} csrf={csrf} row={row} zone={zone} /> : null}
    </>
  );
}

function Agreed({ ctx, csrf, row, talk, side, mayAct }: Part) {
  const { locale } = ctx;
  const say = sayTalk(locale);
  const zone = zoneOf(row, side);
  const theirs = zoneOf(row, otherSide(side));
  const at = talk.agreed!.startsAt;
  const base = `${introductionHref(ctx.cluster!, row.id)}/talks/${talk.id}`;
  return (
    <>
      <p>
        {say("talk.lede.agreed", { moment: momentIn(at, zone, locale), zone })}{" "}
        {theirs === zone
          ? ""
          : say("talk.lede.theirs", { moment: momentIn(at, theirs, locale), zone: theirs })}
      </p>
      <How ctx={ctx} talk={talk} />
      <div class="row">
        <Button href={`${base}/calendar.ics`}>{say("talk.file")}</Button>
        {mayAct ? <Small csrf={csrf} action={`${base}/cancel`} label={say("talk.call-off")} /> : null}
      </div>
      {mayAct ? <ZoneForm ctx={ctx} csrf={csrf} row={row} zone={zone} /> : null}
    </>
  );
}

const How = ({ ctx, talk }: { ctx: Context; talk: TalkRow }) => {
  const say = sayTalk(ctx.locale);
  return (
    <Facts
      facts={[
        [say("talk.field.how"), WAY_WORDS[talk.how][ctx.locale]],
        [say("talk.field.place"), <Place text={talk.place} />],
        [say("talk.field.note"), talk.note ? <Typed text={talk.note} /> : null],
      ]}
    />
  );
};

/** A way into a video call is a link; whatever else stands there is not. */
const Place = ({ text }: { text: string }) =>
  /^https?:\/\/\S+$/.test(text) ? (
    <a href={text} rel="nofollow noopener">
      {text}
    </a>
  ) : (
    text || "–"
  );

const Small = ({ csrf, action, label }: { csrf: string; action: string; label: string }) => (
  <form method="post" action={action}>
    <input type="hidden" name="csrf" value={csrf} />
    <Button kind="quiet">{label}</Button>
  </form>
);

function ZoneForm({ ctx, csrf, row, zone }: { ctx: Context; csrf: string; row: Introduction; zone: string }) {
  const say = sayTalk(ctx.locale);
  return (
    <details>
      <summary>
        {say("talk.field.zone")}: {zone}
      </summary>
      <Form
        locale={ctx.locale}
        action={`${introductionHref(ctx.cluster!, row.id)}/zone`}
        csrf={csrf}
        fields={[
          { name: "zone", label: say("talk.field.zone"), type: "select", required: true, choices: zones() },
        ]}
        values={{ zone }}
      />
    </details>
  );
}

const zones = () => ZONES.map((name) => ({ value: name, label: name.replaceAll("_", " ") }));

interface ProposeProps {
  ctx: Context;
  csrf: string;
  row: Introduction;
  values: Readonly<Record<string, string>>;
  problems?: Readonly<Record<string, string>> | undefined;
  /** What this side keeps for other talks. */
  kept: readonly (Kept & { state: "held" | "agreed" })[];
}

/** Up to five times in one's own time zone. */
export function ProposePage({ ctx, csrf, row, values, problems = {}, kept }: ProposeProps) {
  const { locale } = ctx;
  const say = sayTalk(locale);
  const here = introductionHref(ctx.cluster!, row.id);
  const zone = values.zone && isZone(values.zone) ? values.zone : "Europe/Berlin";
  return (
    <>
      <PageHead
        kicker={<a href={here}>{titleOf(ctx, row)}</a>}
        title={say("talk.propose")}
        lede={say("talk.lede.form", {
          most: MOST_SLOTS,
          days: ANSWER_DAYS,
          other: nameOf(ctx, row, otherSide(partyIn(ctx, row) as Side)),
        })}
      />
      <div class="grid">
        <div class="c8">
          <Form
            locale={locale}
            action={`${here}/talks`}
            csrf={csrf}
            problems={problems}
            submit={say("talk.propose")}
            cancel={{ href: here }}
          >
            {Array.from({ length: MOST_SLOTS }, (_, i) => (
              <Start
                ctx={ctx}
                n={i + 1}
                value={values[`start${i + 1}`]}
                problem={problems[`start${i + 1}`]}
              />
            ))}
            <Field
              locale={locale}
              name="minutes"
              label={say("talk.field.minutes")}
              type="select"
              required
              choices={[30, 45, 60, 90, 120].map((count) => ({
                value: String(count),
                label: say("talk.minutes", { count }),
              }))}
              value={values.minutes ?? "45"}
              problem={problems.minutes}
            />
            <Field
              locale={locale}
              name="zone"
              label={say("talk.field.zone")}
              type="select"
              required
              choices={zones()}
              value={values.zone ?? "Europe/Berlin"}
              problem={problems.zone}
            />
            <Field
              locale={locale}
              name="how"
              label={say("talk.field.how")}
              type="radio"
              required
              choices={WAYS.map((way) => ({ value: way, label: WAY_WORDS[way][locale] }))}
              value={values.how ?? "video"}
              problem={problems.how}
            />
            <Field
              locale={locale}
              name="place"
              label={say("talk.field.place")}
              maxlength={300}
              value={values.place}
              problem={problems.place}
            />
            <Field
              locale={locale}
              name="note"
              label={say("talk.field.note")}
              type="textarea"
              rows={2}
              maxlength={1000}
              value={values.note}
              problem={problems.note}
            />
          </Form>
        </div>
        <div class="c4">
          <Sheet title={say("talk.kept")}>
            {kept.length === 0 ? <p>{say("talk.kept.none")}</p> : null}
            <ul>
              {kept.map((time) => (
                <li>
                  {momentIn(time.startsAt, zone, locale)} – {clockIn(time.endsAt, zone, locale)}{" "}
                  <small>{say(`talk.kept.${time.state}`)}</small>
                </li>
              ))}
            </ul>
          </Sheet>
        </div>
      </div>
    </>
  );
}

/** Day and hour in one field, as browsers have it; typed as text where they have not. */
function Start({
  ctx,
  n,
  value,
  problem,
}: {
  ctx: Context;
  n: number;
  value?: string | undefined;
  problem?: string | undefined;
}) {
  const say = sayTalk(ctx.locale);
  const id = `field-start${n}`;
  return (
    <div class="field">
      <label for={id}>
        {say("talk.field.start", { n })}
        {n === 1 ? null : <span class="optional"> · {say("talk.field.optional")}</span>}
      </label>
      {n === 1 ? (
        <p class="hint" id={`${id}-hint`}>
          {say("talk.field.start.hint")}
        </p>
      ) : null}
      <input
        type="datetime-local"
        id={id}
        name={`start${n}`}
        value={value ?? ""}
        required={n === 1}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      {problem ? (
        <p class="wrong" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}
