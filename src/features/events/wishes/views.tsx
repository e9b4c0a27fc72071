import type { Context } from "../../../access/context.ts";
import {
  Button,
  DataTable,
  displayName,
  Empty,
  PageHead,
  ProblemSummary,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { eventHref, wishesHref } from "../address.ts";
import { sayEvents } from "../messages.ts";
import { Crumbs } from "../parts.tsx";
import type { FoundRegistration } from "../registrations/actions.ts";
import { sayUntil } from "../times.ts";
import type { Typed } from "../typed.ts";
import { WISH_WORDS, WISHES } from "../words.ts";
import type { Candidate } from "./actions.ts";
import type { Suggestion } from "./suggest.ts";

export function WishesPage({
  ctx,
  csrf,
  found,
  candidates,
  values,
  suggestions,
  open,
  problems = {},
}: {
  ctx: Context;
  csrf: string;
  found: FoundRegistration;
  candidates: readonly Candidate[];
  /** `wish.<organisation>` and `who.<organisation>`. */
  values: Typed;
  suggestions: readonly Suggestion[];
  open: boolean;
  problems?: Readonly<Record<string, string>>;
}) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const { event, registration } = found;
  const reasons = new Map(suggestions.map((one) => [one.slug, one.reasons]));
  // The best are on top; all others follow by name.
  const order = [
    ...suggestions.flatMap(({ slug }) => candidates.find((one) => one.slug === slug) ?? []),
    ...candidates.filter(({ slug }) => !reasons.has(slug)),
  ];
  const row = (candidate: Candidate) => ({
    ...candidate,
    label: displayName(candidate.name),
    why: reasons.get(candidate.slug) ?? [],
  });
  type Row = ReturnType<typeof row>;
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say("act.wishes")} />
      <PageHead
        title={say("wishes.title", {
          name: registration.personName ?? displayName(registration.organisationName),
        })}
        lede={
          open
            ? say("wishes.lede", { until: sayUntil(event.wishUntil, event.zone, locale) })
            : say("wishes.lede.over")
        }
      />
      {order.length === 0 ? (
        <Empty act={{ label: say("part.event"), href: eventHref(cluster, event.id) }}>
          {say("wishes.none")}
        </Empty>
      ) : (
        <form class="stack" method="post" action={wishesHref(cluster, event.id, registration.id)} novalidate>
          <input type="hidden" name="csrf" value={csrf} />
          <ProblemSummary locale={locale} problems={problems} />
          <Sheet title={say("wishes.all")}>
            <DataTable
              locale={locale}
              caption={say("wishes.caption")}
              rows={order.map(row)}
              columns={[
                {
                  key: "name",
                  label: say("column.organisation"),
                  value: (one: Row) => (
                    <>
                      <a href={`/clusters/${cluster.slug}/organisations/${one.slug}`}>{one.label}</a>
                      <small>
                        {one.people
                          .map((person) => [person.personName, person.role].filter(Boolean).join(", "))
                          .filter(Boolean)
                          .join(" · ")}
                      </small>
                    </>
                  ),
                },
                {
                  key: "about",
                  label: `${say("column.brings")} · ${say("column.seeks")}`,
                  value: (one: Row) => <About ctx={ctx} row={one} />,
                },
                {
                  key: "wish",
                  label: say("column.wish"),
                  value: (one: Row) =>
                    open ? (
                      <WishField ctx={ctx} row={one} values={values} />
                    ) : (
                      wishSaid(ctx, values[`wish.${one.slug}`])
                    ),
                },
              ]}
            />
            {suggestions.length > 0 ? <p class="src">{say("suggested.note")}</p> : null}
          </Sheet>
          {open ? (
            <div class="form-acts">
              <Button kind="main">{say("act.save-wishes")}</Button>
              <Button kind="quiet" href={eventHref(cluster, event.id)}>
                {say("part.event")}
              </Button>
            </div>
          ) : null}
        </form>
      )}
    </>
  );
}

function About({ ctx, row }: { ctx: Context; row: Candidate & { why: readonly string[] } }) {
  const say = sayEvents(ctx.locale);
  const texts = (name: "brings" | "seeks") => [
    ...new Set(row.people.map((person) => person[name]).filter(Boolean)),
  ];
  return (
    <>
      {row.why.length > 0 ? (
        <p class="why">
          <Tag tone="good">{say("suggested.title")}</Tag> {row.why.join(" ")}
        </p>
      ) : null}
      {texts("brings").map((text) => (
        <p class="why">
          <b>{say("column.brings")}:</b> {text}
        </p>
      ))}
      {texts("seeks").map((text) => (
        <p class="why">
          <b>{say("column.seeks")}:</b> {text}
        </p>
      ))}
    </>
  );
}

function WishField({
  ctx,
  row,
  values,
}: {
  ctx: Context;
  row: Candidate & { label: string };
  values: Typed;
}) {
  const say = sayEvents(ctx.locale);
  const chosen = String(values[`wish.${row.slug}`] ?? "");
  const who = String(values[`who.${row.slug}`] ?? "");
  return (
    <>
      <select name={`wish.${row.slug}`} aria-label={say("wish.of", { name: row.label })}>
        <option value="">{say("wish.none")}</option>
        {WISHES.map((wish) => (
          <option value={wish} selected={wish === chosen}>
            {WISH_WORDS[wish][ctx.locale]}
          </option>
        ))}
      </select>
      {row.people.length > 1 ? (
        <select name={`who.${row.slug}`} aria-label={say("who.of", { name: row.label })}>
          <option value="">{say("who.any")}</option>
          {row.people.map((person) => (
            <option value={person.id} selected={person.id === who}>
              {person.personName ?? say("somebody")}
            </option>
          ))}
        </select>
      ) : null}
    </>
  );
}

const wishSaid = ({ locale }: Context, wish: Typed[string] | undefined) =>
  WISHES.filter((one) => one === wish).map((one) => WISH_WORDS[one][locale]);
