import type { Child } from "hono/jsx";
import type { Context } from "../../../../access/context.ts";
import { Button, Facts, Form, formatTime, PageHead, Sheet } from "../../../../ui/index.ts";
import { itemHref } from "../../needs/address.ts";
import { KIND_WORDS } from "../../words.ts";
import { introductionHref, introductionsHref } from "../address.ts";
import { sayIntroduction } from "../messages.ts";
import type { OutcomeRow } from "../outcomes/store.ts";
import { OutcomeSheet } from "../outcomes/view.tsx";
import { type Act, actsOf, haveAgreed } from "../rules.ts";
import type { Introduction } from "../store.ts";
import { partyIn } from "../subject.ts";
import type { TalkRow } from "../talks/store.ts";
import { TalkSheet } from "../talks/view.tsx";
import type { Thread } from "../thread.ts";
import { type Side, STATE_WORDS } from "../words.ts";
import { nameOf, slugOf, standingOf, titleOf } from "./names.ts";
import { Typed } from "./text.tsx";

export interface IntroductionPageProps {
  ctx: Context;
  csrf: string;
  row: Introduction;
  thread: Thread | null;
  talks: readonly TalkRow[];
  outcomes: readonly OutcomeRow[];
  people: ReadonlyMap<string, string>;
  mayAct: boolean;
  /** What was typed into a form that came back, and what is wrong with it. */
  typed?: Record<string, string> | undefined;
  problems?: { form: "act" | "thread" | "talk" | "outcome"; sentence: string } | undefined;
}

export function IntroductionPage(props: IntroductionPageProps) {
  const { ctx, row, thread, talks, outcomes } = props;
  const say = sayIntroduction(ctx.locale);
  const party = partyIn(ctx, row);
  const met = row.state === "met" || row.state === "closed";
  return (
    <>
      <PageHead
        kicker={
          <>
            <a href={introductionsHref(ctx.cluster!)}>{say("page.kicker")}</a> ·{" "}
            {STATE_WORDS[row.state][ctx.locale]}
          </>
        }
        title={titleOf(ctx, row)}
        lede={standingOf(ctx, row)}
      />
      <div class="grid">
        <div class="c8 stack">
          {isAsked(row) && wasWritten(row) ? (
            <Sheet title={say("page.asked")}>
              <Asked ctx={ctx} row={row} />
            </Sheet>
          ) : null}
          {met ? null : <Acts {...props} />}
          {(row.state === "accepted" || talks.length > 0) && party !== "team" ? (
            <TalkSheet {...props} />
          ) : null}
          {met || outcomes.length > 0 ? <OutcomeSheet {...props} /> : null}
          {thread ? <ThreadSheet {...props} thread={thread} /> : null}
          {met ? <Acts {...props} /> : null}
        </div>
        <div class="c4 stack">
          <About {...props} />
        </div>
      </div>
    </>
  );
}

/** What somebody wrote to whom; in the middle while it waits for an answer, at the side later. */
function Asked({ ctx, row }: Pick<IntroductionPageProps, "ctx" | "row">) {
  const say = sayIntroduction(ctx.locale);
  return (
    <>
      {row.toldText ? (
        <>
          <h3>{say("page.told")}</h3>
          <Typed text={row.toldText} />
        </>
      ) : null}
      {row.message ? (
        <>
          <h3>{say("page.message.of", { name: nameOf(ctx, row, "from") })}</h3>
          <Typed text={row.message} />
        </>
      ) : null}
      {row.teamNote ? (
        <>
          <h3>{say("page.team-note")}</h3>
          <Typed text={row.teamNote} />
        </>
      ) : null}
    </>
  );
}

const isAsked = ({ state }: Introduction) => state === "proposed" || state === "asked";
const wasWritten = ({ toldText, message, teamNote }: Introduction) =>
  Boolean(toldText || message || teamNote);

/** The two things one may do at once stand open; what ends it asks for a reason, folded away. */
function Acts({ ctx, csrf, row, mayAct, typed, problems }: IntroductionPageProps) {
  const party = partyIn(ctx, row);
  const acts = mayAct ? actsOf(row, party) : [];
  if (acts.length === 0) return null;
  const say = sayIntroduction(ctx.locale);
  const forward = acts.filter((act) => act === "accept" || act === "met");
  const back = acts.filter((act) => act === "decline" || act === "withdraw" || act === "close");
  const wrong = problems?.form === "act" ? problems.sentence : undefined;
  const unnamed = row.state === "asked" && row.hidden !== null;
  return (
    <Sheet title={say("page.stands")}>
      <div class="stack">
        {acts.includes("pass-on") ? (
          <Form
            locale={ctx.locale}
            action={`${introductionHref(ctx.cluster!, row.id)}/pass-on`}
            csrf={csrf}
            fields={[
              {
                name: "note",
                label: say("act.note", { name: nameOf(ctx, row, "to") }),
                type: "textarea",
                rows: 3,
                maxlength: 2000,
              },
            ]}
            values={typed}
            submit={say("act.pass-on")}
          />
        ) : null}
        {forward.length > 0 ? (
          <div class="row">
            {forward.map((act) => (
              <form method="post" action={`${introductionHref(ctx.cluster!, row.id)}/${act}`}>
                <input type="hidden" name="csrf" value={csrf} />
                <Button kind={act === "accept" ? "main" : undefined}>
                  {say(wordOf(act, party === "team", unnamed))}
                </Button>
              </form>
            ))}
          </div>
        ) : null}
        {back.length > 0 ? (
          <details open={wrong !== undefined}>
            <summary>{back.map((act) => say(`act.${act}`)).join(" · ")}</summary>
            <Form
              locale={ctx.locale}
              action={`${introductionHref(ctx.cluster!, row.id)}/${back[0]!}`}
              csrf={csrf}
              fields={[
                {
                  name: "reason",
                  label: say("act.reason"),
                  hint: say("act.reason.decline"),
                  maxlength: 400,
                  required: back[0] === "close" && row.state === "accepted",
                },
              ]}
              values={typed}
              problems={wrong ? { reason: wrong } : {}}
              submit={say(`act.${back[0]!}`)}
            />
          </details>
        ) : null}
      </div>
    </Sheet>
  );
}

const wordOf = (act: Act, team: boolean, unnamed: boolean) =>
  act === "met" && team
    ? "act.met.team"
    : act === "accept" && unnamed
      ? "act.accept.told"
      : (`act.${act}` as const);

function About({ ctx, row, people }: IntroductionPageProps) {
  const { locale } = ctx;
  const say = sayIntroduction(locale);
  const cluster = ctx.cluster!;
  const party = partyIn(ctx, row);
  const contact = (side: Side): Child => {
    const id = side === "from" ? row.fromPerson : row.toPerson;
    return id ? (people.get(id) ?? "") : "";
  };
  return (
    <Sheet title={say("page.about")}>
      <Facts
        facts={[
          [say("column.from"), <Organisation ctx={ctx} row={row} side="from" />],
          [say("column.to"), <Organisation ctx={ctx} row={row} side="to" />],
          [
            say("page.need"),
            row.needId ? (
              <a href={itemHref(cluster, { side: "need", id: row.needId })}>
                {row.needTitle ?? say("page.told")}
              </a>
            ) : null,
          ],
          [
            say("page.offer"),
            row.offerId && row.offerTitle ? (
              <a href={itemHref(cluster, { side: "offer", id: row.offerId })}>{row.offerTitle}</a>
            ) : null,
          ],
          [say("page.kind"), row.kind && !row.needTitle ? KIND_WORDS[row.kind][locale] : null],
          [say("column.via"), say(`via.${row.via}`)],
          [say("page.contacts", { name: nameOf(ctx, row, "from") }), contact("from")],
          [say("page.contacts", { name: nameOf(ctx, row, "to") }), contact("to")],
          [say("column.asked"), row.askedAt ? formatTime(row.askedAt, locale) : null],
        ]}
      />
      {isAsked(row) ? null : <Asked ctx={ctx} row={row} />}
      <p class="src">
        {row.via === "team" && row.mediated
          ? say("page.team-reads")
          : row.mediated
            ? say("page.team-knows")
            : party === "team"
              ? ""
              : say("page.team-not")}
      </p>
    </Sheet>
  );
}

function Organisation({ ctx, row, side }: { ctx: Context; row: Introduction; side: Side }) {
  const slug = slugOf(row, side);
  const name = nameOf(ctx, row, side);
  return slug ? <a href={`/clusters/${ctx.cluster!.slug}/organisations/${slug}`}>{name}</a> : name;
}

function ThreadSheet({
  ctx,
  csrf,
  row,
  thread,
  mayAct,
  typed,
  problems,
}: IntroductionPageProps & { thread: Thread }) {
  const say = sayIntroduction(ctx.locale);
  const open = haveAgreed(row.state) || row.state === "closed";
  const wrong = problems?.form === "thread" ? problems.sentence : undefined;
  return (
    <Sheet title={say("thread.title")} id="thread">
      {thread.messages.length === 0 ? <p>{say("thread.empty")}</p> : null}
      <ol class="stack">
        {thread.messages.map((message) => (
          <li>
            <p class="why">
              <b>
                {message.name ? `${message.name}, ` : ""}
                {message.by === "team" ? say("thread.team") : nameOf(ctx, row, message.by)}
              </b>{" "}
              · <time datetime={message.at.toISOString()}>{formatTime(message.at, ctx.locale)}</time>
            </p>
            <Typed text={message.text} />
          </li>
        ))}
      </ol>
      {open && mayAct ? (
        <Form
          locale={ctx.locale}
          action={`${introductionHref(ctx.cluster!, row.id)}/messages`}
          csrf={csrf}
          fields={[
            {
              name: "text",
              label: say("thread.text"),
              type: "textarea",
              rows: 3,
              required: true,
              maxlength: 4000,
            },
          ]}
          values={typed}
          problems={wrong ? { text: wrong } : {}}
          submit={say("thread.send")}
        />
      ) : null}
    </Sheet>
  );
}
