import { raw } from "hono/html";
import { toString as qrCode } from "qrcode";
import { z } from "zod";
import {
  type Ask,
  get,
  ownAccount,
  page,
  post,
  problem,
  type Reply,
  redirect,
} from "../../../access/route.ts";
import { FORMATS, listFile } from "../list-file.ts";
import { say } from "../messages.ts";
import { PROVIDER_PROBLEMS } from "../sign-in/provider.ts";
import {
  addPasskey,
  askToLink,
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  endSession,
  endSessions,
  namePasskey,
  newRecoveryCodes,
  ownOf,
  type Proof,
  removePasskey,
  unlinkProvider,
} from "./actions.ts";
import {
  GoToProviderPage,
  NewCodesPage,
  NewPasskeyPage,
  OneForm,
  proofFields,
  SetUpPage,
} from "./form-views.tsx";
import { deviceWords, SecurityPage } from "./view.tsx";

type Asked = Ask<unknown, unknown, unknown, unknown>;

/** How one signs in is kept in a browser: an API token has no form's token, and must not make itself a way in. */
const byToken = ({ csrf }: { csrf: string }) => csrf === "";

const word = (most: number) => z.string().trim().max(most).catch("");
const Password = z.object({ password: z.string().max(128).catch("") });

/** A page of the account: by session only. */
const kept = (path: string, summary: string, handle: (ask: Asked) => Promise<Reply> | Reply) =>
  get(path, {
    rule: "signed-in",
    summary,
    handle: (ask) => (byToken(ask) ? problem("forbidden") : handle(ask)),
  });
/** The same for a form. */
const keeps = (path: string, summary: string, handle: (ask: Asked) => Promise<Reply> | Reply) =>
  post(path, { rule: "account.keep", summary, subject: ownAccount, handle });

const frameOf = (title: string, islands: readonly string[] = []) => ({ title, personal: true, islands });

async function askProof(
  { ctx, desk, csrf }: Asked,
  about: { title: string; lede?: string; action: string; submit: string },
  problems: Record<string, string> = {},
): Promise<Reply> {
  const { locale } = ctx;
  const { title, lede, action, submit } = about;
  const { password } = await desk.accounts.security(ctx.identity!.personId);
  return page(
    frameOf(title),
    <OneForm
      title={title}
      lede={lede}
      form={{ locale, csrf, action, submit, problems, fields: proofFields(locale, password) }}
    />,
    Object.keys(problems).length > 0 ? 422 : 200,
  );
}

/** At the field where it belongs. */
const wrong = (ask: Asked, key: Proof) => ({
  [key === "security.password-wrong" ? "password" : ""]: say(ask.ctx.locale)(key),
});

const aboutBegin = (ask: Asked) => {
  const t = say(ask.ctx.locale);
  return {
    title: t("factor.title"),
    lede: t("factor.what"),
    action: "/account/security/second-factor",
    submit: t("factor.begin"),
  };
};
const aboutEnd = (ask: Asked) => {
  const t = say(ask.ctx.locale);
  return {
    title: t("factor.end.title"),
    action: "/account/security/second-factor/end",
    submit: t("factor.end"),
  };
};
const aboutCodes = (ask: Asked) => {
  const t = say(ask.ctx.locale);
  return {
    title: t("codes.new"),
    lede: t("codes.new.lede"),
    action: "/account/security/recovery-codes",
    submit: t("codes.new"),
  };
};

const aboutLink = (ask: Asked, name: string) => {
  const t = say(ask.ctx.locale);
  return {
    title: t("linked.link", { name }),
    lede: t("linked.what"),
    action: "/account/security/provider",
    submit: t("linked.link", { name }),
  };
};

/** What was begun, as often as needed until it is on. */
async function setUpPage(ask: Asked, problems: Record<string, string> = {}): Promise<Reply | null> {
  const { ctx, desk, csrf } = ask;
  const setUp = await desk.accounts.secondFactorBegun(ctx.identity!.personId);
  if (!setUp) return null;
  const picture = raw(await qrCode(setUp.uri, { type: "svg", margin: 2, width: 240 }));
  return page(
    frameOf(say(ctx.locale)("factor.title")),
    <SetUpPage {...{ locale: ctx.locale, csrf, setUp, picture, problems }} />,
    Object.keys(problems).length > 0 ? 422 : 200,
  );
}

async function newPasskeyPage(
  { ctx, desk, csrf }: Asked,
  said: { values?: Record<string, string>; problems?: Record<string, string> } = {},
): Promise<Reply> {
  const { locale } = ctx;
  const { password } = await desk.accounts.security(ctx.identity!.personId);
  return page(
    frameOf(say(locale)("passkeys.add"), ["passkey.island"]),
    <NewPasskeyPage {...{ locale, csrf, hasPassword: password, ...said }} />,
    said.problems ? 422 : 200,
  );
}

export const securityRoutes = [
  get("/account/security", {
    rule: "signed-in",
    summary: "How one signs in: sessions, password, second factor, passkeys, address",
    query: z.object({
      format: z.enum(FORMATS).optional().catch(undefined),
      refused: z.enum(PROVIDER_PROBLEMS).optional().catch(undefined),
    }),
    handle: async ({ ctx, desk, csrf, query }) => {
      const { locale } = ctx;
      const t = say(locale);
      const identity = ctx.identity!;
      const sessions = await desk.accounts.sessions(identity.personId);
      if (query.format)
        return listFile(
          query.format,
          "sessions",
          [
            { label: t("sessions.device"), value: (row) => deviceWords(row, locale) },
            { label: t("sessions.address"), value: (row) => row.address },
            { label: t("sessions.since"), value: (row) => row.since },
            { label: t("sessions.seen"), value: (row) => row.lastSeen },
          ],
          sessions,
        );
      return page(
        frameOf(t("security.title")),
        <SecurityPage
          {...{ locale, csrf, identity, sessions, refused: query.refused, now: ctx.now() }}
          security={await desk.accounts.security(identity.personId)}
          provider={desk.accounts.provider?.name ?? null}
        />,
      );
    },
  }),
  keeps("/account/security/sessions/end-others", "Ends every session but this one", async (ask) => {
    await endSessions(ownOf(ask), "this one");
    return redirect("/account/security", "sessions-ended");
  }),
  post("/account/security/sessions/:session/end", {
    rule: "account.keep",
    summary: "Ends a session at once",
    params: z.object({ session: z.uuid() }),
    subject: ownAccount,
    handle: async (ask) =>
      (await endSession(ownOf(ask), ask.params.session))
        ? redirect("/account/security", "session-ended")
        : problem("not-found"),
  }),

  kept("/account/security/second-factor", "Turns the second factor on, step by step", async (ask) => {
    const { secondFactor } = await ask.desk.accounts.security(ask.ctx.identity!.personId);
    if (secondFactor === "on") return redirect("/account/security#second-factor");
    return askProof(ask, aboutBegin(ask));
  }),
  keeps("/account/security/second-factor", "Shows the code for the other device", async (ask) => {
    const { secondFactor } = await ask.desk.accounts.security(ask.ctx.identity!.personId);
    if (secondFactor === "on") return redirect("/account/security#second-factor");
    const begun = await beginSecondFactor(ownOf(ask), Password.parse(ask.body).password);
    if (!begun.ok) return askProof(ask, aboutBegin(ask), wrong(ask, begun.problem));
    return (await setUpPage(ask)) ?? redirect("/account/security");
  }),
  keeps(
    "/account/security/second-factor/confirm",
    "Turns it on, by a code of the other device",
    async (ask) => {
      const t = say(ask.ctx.locale);
      const { code } = z.object({ code: word(12) }).parse(ask.body);
      const begun = await setUpPage(ask, { code: t("factor.wrong") });
      if (!begun) return redirect("/account/security");
      const confirmed = await confirmSecondFactor(ownOf(ask), code);
      if (confirmed.ok)
        return {
          kind: "redirect",
          to: "/account/security",
          notice: "factor-on",
          setCookies: confirmed.value,
        };
      return confirmed.problem === "factor.wrong"
        ? begun
        : ((await setUpPage(ask, { "": t(confirmed.problem) })) ?? begun);
    },
  ),
  kept("/account/security/second-factor/end", "Asks before the second factor is turned off", (ask) =>
    askProof(ask, aboutEnd(ask)),
  ),
  keeps("/account/security/second-factor/end", "Turns the second factor off", async (ask) => {
    const ended = await endSecondFactor(ownOf(ask), Password.parse(ask.body).password);
    if (!ended.ok) return askProof(ask, aboutEnd(ask), wrong(ask, ended.problem));
    return { kind: "redirect", to: "/account/security", notice: "factor-off", setCookies: ended.value };
  }),
  kept("/account/security/recovery-codes", "Asks before new recovery codes are made", (ask) =>
    askProof(ask, aboutCodes(ask)),
  ),
  keeps(
    "/account/security/recovery-codes",
    "Makes new recovery codes and shows them this once",
    async (ask) => {
      const { locale } = ask.ctx;
      const { secondFactor } = await ask.desk.accounts.security(ask.ctx.identity!.personId);
      if (secondFactor !== "on") return redirect("/account/security#second-factor");
      const codes = await newRecoveryCodes(ownOf(ask), Password.parse(ask.body).password);
      if (!codes.ok) return askProof(ask, aboutCodes(ask), wrong(ask, codes.problem));
      return page(frameOf(say(locale)("codes.new")), <NewCodesPage locale={locale} codes={codes.value} />);
    },
  ),

  kept("/account/security/passkeys/new", "The form with which one adds a passkey", (ask) =>
    newPasskeyPage(ask),
  ),
  keeps(
    "/account/security/passkeys/question",
    "What a new passkey is to sign, bound to this browser",
    async (ask) => {
      const { personId, name, email } = ask.ctx.identity!;
      const { options, setCookie } = await ask.desk.accounts.askForPasskey({ id: personId, name, email });
      return {
        kind: "said",
        status: 200,
        type: "application/json",
        body: JSON.stringify(options),
        headers: { "set-cookie": setCookie },
      };
    },
  ),
  keeps("/account/security/passkeys", "Adds a passkey", async (ask) => {
    const t = say(ask.ctx.locale);
    const typed = z
      .object({
        name: word(100),
        answer: z.string().max(20_000).catch(""),
        password: z.string().max(128).catch(""),
      })
      .parse(ask.body);
    const added = await addPasskey(ownOf(ask), { ...typed, name: typed.name || "Passkey" });
    if (added.ok) return redirect("/account/security#passkeys", "passkey-added");
    const field = added.problem === "security.password-wrong" ? "password" : "";
    return newPasskeyPage(ask, { values: { name: typed.name }, problems: { [field]: t(added.problem) } });
  }),
  post("/account/security/passkeys/:passkey/name", {
    rule: "account.keep",
    summary: "Gives a passkey another name",
    params: z.object({ passkey: z.uuid() }),
    subject: ownAccount,
    handle: async (ask) => {
      const { name } = z.object({ name: word(100) }).parse(ask.body);
      const named = name !== "" && (await namePasskey(ownOf(ask), ask.params.passkey, name));
      return named ? redirect("/account/security#passkeys", "passkey-named") : problem("not-found");
    },
  }),
  post("/account/security/passkeys/:passkey/remove", {
    rule: "account.keep",
    summary: "Removes a passkey",
    params: z.object({ passkey: z.uuid() }),
    subject: ownAccount,
    handle: async (ask) =>
      (await removePasskey(ownOf(ask), ask.params.passkey))
        ? redirect("/account/security#passkeys", "passkey-removed")
        : problem("not-found"),
  }),

  kept("/account/security/provider", "Asks before another house is linked with this account", (ask) => {
    const { provider } = ask.desk.accounts;
    return provider ? askProof(ask, aboutLink(ask, provider.name)) : problem("not-found");
  }),
  keeps("/account/security/provider", "Shows the way to the other house, to link it", async (ask) => {
    const { locale } = ask.ctx;
    const { provider } = ask.desk.accounts;
    if (!provider) return problem("not-found");
    const about = aboutLink(ask, provider.name);
    const asked = await askToLink(ownOf(ask), Password.parse(ask.body).password);
    if (asked.ok) {
      const { to, setCookie } = asked.value;
      const content = <GoToProviderPage locale={locale} name={provider.name} to={to} />;
      return { kind: "page", status: 200, frame: frameOf(about.title), content, setCookies: [setCookie] };
    }
    return asked.problem === "provider.silent"
      ? redirect("/account/security?refused=provider.silent")
      : askProof(ask, about, wrong(ask, asked.problem));
  }),
  keeps("/account/security/provider/unlink", "The other house opens this account no more", async (ask) =>
    (await unlinkProvider(ownOf(ask)))
      ? redirect("/account/security", "provider-unlinked")
      : problem("not-found"),
  ),
];
