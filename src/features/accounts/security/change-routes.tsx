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
import type { FieldSpec } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { Address, NewPassword } from "../reset/actions.ts";
import { DeadLink } from "../reset/view.tsx";
import { sentencesOf, typedValues } from "../terms/typed.ts";
import {
  askForAddress,
  changePassword,
  confirmAddress,
  mayConfirm,
  ownOf,
  proven,
  whoseAddress,
} from "./actions.ts";
import { OneForm, proofFields } from "./form-views.tsx";

type Asked = Ask<unknown, unknown, unknown, unknown>;

const NewSecret = z.object({ old: z.string().min(1).max(128), new: NewPassword });
const NewAddress = z.object({ email: Address, password: z.string().max(128).default("") });

interface Said {
  values?: Record<string, string>;
  problems?: Record<string, string>;
}

function passwordPage({ ctx: { locale }, csrf }: Asked, said: Said = {}): Reply {
  const t = say(locale);
  const secret = (name: string, label: string, autocomplete: string, hint?: string): FieldSpec => ({
    name,
    label,
    hint,
    autocomplete,
    type: "password",
    required: true,
    maxlength: 128,
  });
  return page(
    { title: t("password.change"), personal: true },
    <OneForm
      title={t("password.change")}
      lede={t("password.what")}
      form={{
        locale,
        csrf,
        action: "/account/security/password",
        submit: t("password.change"),
        ...said,
        fields: [
          secret("old", t("password.old"), "current-password"),
          secret("new", t("password.new"), "new-password", t("reset.password.hint")),
        ],
      }}
    />,
    said.problems ? 422 : 200,
  );
}

async function addressPage({ ctx, desk, csrf }: Asked, said: Said = {}): Promise<Reply> {
  const { locale } = ctx;
  const t = say(locale);
  const me = ctx.identity!;
  const { password } = await desk.accounts.security(me.personId);
  return page(
    { title: t("address.change"), personal: true },
    <OneForm
      title={t("address.change")}
      lede={t("address.lede", { email: me.email })}
      form={{
        locale,
        csrf,
        action: "/account/security/address",
        submit: t("address.send"),
        ...said,
        fields: [
          {
            name: "email",
            label: t("address.new"),
            type: "email",
            required: true,
            autocomplete: "email",
            maxlength: 254,
          },
          ...proofFields(locale, password),
        ],
      }}
    />,
    said.problems ? 422 : 200,
  );
}

const dead = ({ ctx: { locale } }: Pick<Asked, "ctx">) =>
  page(
    { title: say(locale)("address.confirm.title"), personal: true },
    <DeadLink locale={locale} again={{ label: say(locale)("address.again"), href: "/account/security" }} />,
    409,
  );

/** Who is not signed in may be its person; who is, as somebody else, is told nothing of it. */
const notTheirs = ({ ctx, path }: Pick<Asked, "ctx" | "path">) =>
  ctx.identity ? dead({ ctx }) : redirect(`/sign-in?next=${encodeURIComponent(path)}`);

const Token = z.object({ token: z.string().max(100) });

export const changeRoutes = [
  get("/account/security/password", {
    rule: "signed-in",
    summary: "The form with which one changes the password",
    handle: (ask) => passwordPage(ask),
  }),
  post("/account/security/password", {
    rule: "account.keep",
    summary: "Changes the password and ends all other sessions",
    subject: ownAccount,
    handle: async (ask) => {
      const { locale } = ask.ctx;
      const typed = NewSecret.safeParse(ask.body);
      if (!typed.success) return passwordPage(ask, { problems: sentencesOf(typed.error, locale) });
      const changed = await changePassword(ownOf(ask), typed.data.old, typed.data.new);
      if (changed.ok) return redirect("/account/security", "password-changed");
      const field = changed.problem === "security.password-wrong" ? "old" : "";
      return passwordPage(ask, { problems: { [field]: say(locale)(changed.problem) } });
    },
  }),
  get("/account/security/address", {
    rule: "signed-in",
    summary: "The form with which one changes the address",
    handle: (ask) => addressPage(ask),
  }),
  post("/account/security/address", {
    rule: "account.keep",
    summary: "Sends a letter to the new address, whose link makes it count",
    subject: ownAccount,
    handle: async (ask) => {
      const { locale } = ask.ctx;
      const { password: _, ...values } = typedValues(ask.body);
      const typed = NewAddress.safeParse(ask.body);
      if (!typed.success) return addressPage(ask, { values, problems: sentencesOf(typed.error, locale) });
      const proof = await proven(ownOf(ask), typed.data.password);
      if (!proof.ok) {
        const field = proof.problem === "security.password-wrong" ? "password" : "";
        return addressPage(ask, { values, problems: { [field]: say(locale)(proof.problem) } });
      }
      const sent = await askForAddress(ownOf(ask), typed.data.email);
      if (!sent.ok) return addressPage(ask, { values, problems: { "": say(locale)(sent.problem) } });
      return redirect("/account/security", "address-sent");
    },
  }),
  post("/account/security/address/letter", {
    rule: "account.keep",
    summary: "Sends a letter that confirms the address one has",
    subject: ownAccount,
    handle: async (ask) => {
      const sent = await askForAddress(ownOf(ask), ask.ctx.identity!.email.toLowerCase());
      return sent.ok ? redirect("/account/security", "address-sent") : problem("too-many");
    },
  }),
  get("/sign-in/address/:token", {
    rule: "everyone",
    summary: "What the link of a letter would confirm; opening it changes nothing",
    params: Token,
    handle: async ({ ctx, csrf, params, path }) => {
      const { locale } = ctx;
      const t = say(locale);
      const found = await whoseAddress(ctx, params.token);
      if (!found) return dead({ ctx });
      if (!mayConfirm(ctx, found)) return notTheirs({ ctx, path });
      return page(
        { title: t("address.confirm.title"), personal: true },
        <OneForm
          title={t("address.confirm.title")}
          lede={t("address.confirm.lede", { email: found.email })}
          form={{ locale, csrf, action: path, submit: t("address.confirm"), fields: [] }}
        />,
      );
    },
  }),
  post("/sign-in/address/:token", {
    rule: "everyone",
    summary: "Confirms the address, once; another than before only for its person, signed in",
    params: Token,
    handle: async ({ ctx, desk, params, path, publicUrl }) => {
      const found = await whoseAddress(ctx, params.token);
      if (found && !mayConfirm(ctx, found)) return notTheirs({ ctx, path });
      const confirmed = await confirmAddress(ctx, desk, params.token, publicUrl);
      if (!confirmed.ok) return dead({ ctx });
      return redirect(ctx.identity ? "/account/security" : "/sign-in", "address-confirmed");
    },
  }),
];
