import { z } from "zod";
import {
  type Ask,
  api,
  get,
  json,
  ownAccount,
  page,
  post,
  problem,
  type Reply,
  redirect,
} from "../../../access/route.ts";
import { feedSince } from "../feed/actions.ts";
import { say } from "../messages.ts";
import { EVERYTHING, FREQUENCIES, type Frequency } from "../telling/rules.ts";
import type { Features } from "../topics.ts";
import { keepChoices, myChoices } from "./actions.ts";
import { ChoicesAnswer, NewChoices } from "./schema.ts";
import { ChoicesPage, fieldOf } from "./view.tsx";

type Asked = Ask<unknown, unknown, unknown, unknown>;

interface Said {
  values?: Record<string, string>;
  problems?: Record<string, string>;
  /** The feed's address, the only time it is shown. */
  made?: string;
}

/** The page with the choices and the feed; whoever sent one of its forms gets it back with what was said. */
export async function choicesPage({ ctx, csrf }: Asked, features: Features, said: Said = {}): Promise<Reply> {
  const identity = ctx.identity!;
  const { locale } = ctx;
  const [choices, since] = await Promise.all([myChoices(ctx, identity), feedSince(ctx, identity)]);
  return page(
    { title: say(locale)("choices.title"), personal: true },
    <ChoicesPage
      {...{ locale, csrf, choices, since, ...said }}
      email={identity.email}
      topics={features.topics()}
    />,
    said.problems ? 422 : 200,
  );
}

const Typed = z.enum(["", ...FREQUENCIES]);

export const choiceRoutes = (features: Features) => [
  get("/account/notices", {
    rule: "signed-in",
    summary: "How often letters come about what, and one's private feed",
    handle: (ask) => choicesPage(ask, features),
  }),
  post("/account/notices", {
    rule: "account.keep",
    summary: "Keeps how often letters come about what",
    subject: ownAccount,
    handle: async (ask) => {
      const { ctx } = ask;
      const typed = z
        .record(z.string(), z.unknown())
        .catch({})
        .parse({ ...(ask.body as object) });
      const names = [EVERYTHING, ...features.topics().map(({ topic }) => topic)];
      const wanted: Record<string, Frequency | null> = {};
      const problems: Record<string, string> = {};
      for (const topic of names) {
        const value = typed[fieldOf(topic)];
        if (value === undefined) continue;
        const parsed = Typed.safeParse(value);
        if (parsed.success) wanted[topic] = parsed.data || null;
        else problems[fieldOf(topic)] = say(ctx.locale)("choices.odd");
      }
      if (Object.keys(problems).length > 0) {
        const values = Object.fromEntries(
          Object.entries(typed).filter(([, value]) => typeof value === "string"),
        );
        return choicesPage(ask, features, { values: values as Record<string, string>, problems });
      }
      const { [EVERYTHING]: everything, ...topics } = wanted;
      const kept = await keepChoices(ctx, ctx.identity!, features, {
        topics,
        ...(everything === undefined ? {} : { everything }),
      });
      return kept.ok ? redirect("/account/notices", "choices.kept") : problem("bad-request");
    },
  }),
  api.get("/api/v1/notices/choices", {
    rule: "signed-in",
    summary: "How often letters come about what",
    query: z.strictObject({}),
    answer: ChoicesAnswer,
    handle: async ({ ctx }) => {
      const choices = await myChoices(ctx, ctx.identity!);
      return json({
        everything: choices[EVERYTHING] ?? null,
        topics: features.topics().map(({ topic, label }) => ({
          topic,
          label: label[ctx.locale],
          chosen: choices[topic] ?? null,
        })),
      });
    },
  }),
  api.patch("/api/v1/notices/choices", {
    rule: "account.keep",
    summary: "Chooses how often letters come about what; null leaves it to the house",
    subject: ownAccount,
    body: NewChoices,
    handle: async ({ ctx, body }) => {
      const kept = await keepChoices(ctx, ctx.identity!, features, body);
      if (kept.ok) return { kind: "empty" };
      return problem("unprocessable", undefined, [{ field: "topics", problem: kept.problem }]);
    },
  }),
];
