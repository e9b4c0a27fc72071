import { z } from "zod";
import type { Context } from "../../../../access/context.ts";
import {
  api,
  empty,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
  type Upload,
} from "../../../../access/route.ts";
import { Button, displayName, Field, fieldId, PageHead, ProblemSummary } from "../../../../ui/index.ts";
import { organisationHref } from "../address.ts";
import { MemberPath, OrganisationPath } from "../schema.ts";
import { findOrganisation, type OrganisationRow } from "../store.ts";
import { findSubject } from "../subject.ts";
import { LOGO_LEVELS, type LogoLevel, putLogo, readLogo, removeLogo } from "./actions.ts";
import { logoHref } from "./address.ts";
import { MOST_BYTES } from "./draw.ts";
import { type logoMessages, sayLogo } from "./messages.ts";

const YEAR = 31_536_000;
const LogoQuery = z.object({ version: z.string().max(40).optional().catch(undefined) });
/** Room for the other fields of the form beside the file. */
const upload = { maxBytes: MOST_BYTES + 100_000 };

/** Outside with what is public, and inside a cluster, where a picture may be for fewer eyes. */
const pagesOf = (base: string, params: typeof OrganisationPath | typeof MemberPath): Route[] => [
  get(`${base}/logo`, {
    rule: "organisation.see",
    summary:
      "The logo of an organisation, as a picture; with its version in the address it may be kept for a year",
    params,
    query: LogoQuery,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    handle: async ({ ctx, params: { slug }, query }) =>
      picture(await readLogo(ctx, slug), slug, query.version),
  }),
  get(`${base}/logo/edit`, {
    rule: "organisation.edit",
    summary: "The form to upload or remove a logo",
    params,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    handle: ({ ctx, csrf, params: { slug } }) => form(ctx, csrf, slug),
  }),
  post(`${base}/logo/edit`, {
    rule: "organisation.edit",
    summary: "Puts a picture in place of the logo",
    params,
    upload,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    handle: async ({ ctx, csrf, body, files, params: { slug }, subject }) => {
      const level = levelOf(ctx, (body as Record<string, unknown>).visibility);
      const sent = files.picture;
      if (!sent || sent.bytes.length === 0) return form(ctx, csrf, slug, { level, problem: "no-file" });
      const put = await putLogo(ctx, subject.id, { file: sent.bytes, level });
      return put.ok
        ? redirect(homeOf(ctx, slug, subject.memberHere), "logo.saved")
        : form(ctx, csrf, slug, { level, problem: put.problem });
    },
  }),
  post(`${base}/logo/remove`, {
    rule: "organisation.edit",
    summary: "Removes the logo",
    params,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    handle: async ({ ctx, params: { slug }, subject }) => {
      const done = await removeLogo(ctx, subject.id);
      return done.ok ? redirect(homeOf(ctx, slug, subject.memberHere), "logo.removed") : problem("not-found");
    },
  }),
];

const LogoOut = z.object({ hash: z.string(), width: z.number().int(), height: z.number().int() });

const apiOf = (base: string, params: typeof OrganisationPath | typeof MemberPath): Route[] => [
  api.put(`${base}/logo`, {
    rule: "organisation.edit",
    summary:
      "Puts a picture in place of the logo: the file as the body, who sees it as `visibility` in the address",
    params,
    query: z.strictObject({ visibility: z.enum(LOGO_LEVELS).default("public") }),
    upload,
    answer: LogoOut,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    handle: async ({ ctx, files, query, subject }) => {
      const sent: Upload | undefined = files.file;
      if (!sent || sent.bytes.length === 0) return refused("no-file");
      if (query.visibility !== "public" && !ctx.cluster) return refused("only-in-a-cluster", "visibility");
      const put = await putLogo(ctx, subject.id, { file: sent.bytes, level: query.visibility });
      return put.ok ? json(put.value) : refused(put.problem);
    },
  }),
  api.delete(`${base}/logo`, {
    rule: "organisation.edit",
    summary: "Removes the logo",
    params,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    handle: async ({ ctx, subject }) =>
      (await removeLogo(ctx, subject.id)).ok ? empty : problem("not-found"),
  }),
];

export const logoRoutes: Route[] = [
  ...pagesOf("/organisations/:slug", OrganisationPath),
  ...pagesOf("/clusters/:cluster/organisations/:slug", MemberPath),
  ...apiOf("/api/v1/organisations/:slug", OrganisationPath),
  ...apiOf("/api/v1/clusters/:cluster/organisations/:slug", MemberPath),
];

const refused = (reason: string, field = "file"): Reply =>
  problem("unprocessable", undefined, [{ field, problem: reason }]);

const levelOf = (ctx: Context, sent: unknown): LogoLevel =>
  (ctx.cluster && LOGO_LEVELS.find((level) => level === sent)) || "public";

const homeOf = (ctx: Context, slug: string, memberHere: boolean) =>
  `${organisationHref(slug, ctx.cluster)}${ctx.cluster && memberHere ? "/profile#logo" : ""}`;

function picture(
  logo: Awaited<ReturnType<typeof readLogo>>,
  slug: string,
  version: string | undefined,
): Reply {
  if (!logo) return problem("not-found");
  return {
    kind: "file",
    name: `${slug}.webp`,
    type: logo.type,
    body: new Uint8Array(logo.bytes),
    inline: true,
    // What is for fewer eyes is kept by nobody on the way.
    ...(logo.visibility === "public" && version === logo.hash ? { maxAge: YEAR } : {}),
  };
}

type Wrong = keyof typeof logoMessages extends `logo.${infer Key}` ? Key : never;

async function form(
  ctx: Context,
  csrf: string,
  slug: string,
  { level, problem: wrong }: { level?: LogoLevel; problem?: Wrong } = {},
): Promise<Reply> {
  const row = await ctx.read((db) => findOrganisation(db, ctx.actor, slug, ctx.today()));
  if (!row) return problem("not-found");
  const say = sayLogo(ctx.locale);
  return page(
    { title: say("logo.title", { name: row.name }), personal: true },
    <LogoForm
      ctx={ctx}
      csrf={csrf}
      organisation={row}
      level={level ?? "public"}
      wrong={wrong && say(`logo.${wrong}` as keyof typeof logoMessages)}
    />,
    wrong ? 422 : 200,
  );
}

function LogoForm({
  ctx,
  csrf,
  organisation,
  level,
  wrong,
}: {
  ctx: Context;
  csrf: string;
  organisation: OrganisationRow;
  level: LogoLevel;
  wrong: string | undefined;
}) {
  const say = sayLogo(ctx.locale);
  const home = organisationHref(organisation.slug, ctx.cluster);
  const name = displayName(organisation.name);
  return (
    <>
      <PageHead kicker={name} title={say("logo.title", { name })} lede={say("logo.lede")} />
      <p>
        {organisation.logo ? (
          <img src={logoHref(organisation, ctx.cluster)} alt="" height="128" />
        ) : (
          say("logo.none")
        )}
      </p>
      <form class="form" method="post" action={`${home}/logo/edit`} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="csrf" value={csrf} />
        <ProblemSummary
          locale={ctx.locale}
          problems={wrong ? { picture: wrong } : {}}
          fields={[{ name: "picture", label: say("logo.file") }]}
        />
        <div class="field">
          <label for={fieldId("picture")}>{say("logo.file")}</label>
          <p class="hint" id="picture-hint">
            {say("logo.file.hint")}
          </p>
          <input
            type="file"
            id={fieldId("picture")}
            name="picture"
            accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
            aria-describedby="picture-hint"
            aria-invalid={wrong ? "true" : undefined}
          />
          {wrong ? <p class="wrong">{wrong}</p> : null}
        </div>
        {ctx.cluster ? (
          <Field
            locale={ctx.locale}
            name="visibility"
            type="radio"
            required
            label={say("logo.visibility")}
            value={level}
            choices={LOGO_LEVELS.map((one) => ({ value: one, label: say(`logo.level.${one}`) }))}
          />
        ) : null}
        <div class="form-acts">
          <Button kind="main">{say("logo.save")}</Button>
          {organisation.logo ? (
            <Button kind="stop" formaction={`${home}/logo/remove`}>
              {say("logo.remove")}
            </Button>
          ) : null}
          <Button kind="quiet" href={home}>
            {say("logo.back")}
          </Button>
        </div>
      </form>
    </>
  );
}
