import type { Desk } from "../../../access/route.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Button, Form, Notice, PageHead, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { SecondStepProblem } from "./actions.ts";
import type { ProviderProblem } from "./provider.ts";

export interface SignInProps {
  locale: Locale;
  next: string;
  demoLogins: Desk["demoLogins"];
  /** What the other house is called, where there is one. */
  provider: string | null;
  email?: string;
  problem?: "sign-in.wrong" | "sign-in.later";
  /** Why another way in did not lead in. */
  refused?: ProviderProblem | SecondStepProblem | "passkey.refused" | "sign-in.later" | undefined;
}

export function SignInPage(props: SignInProps) {
  const { locale, next, demoLogins, email = "", problem, refused } = props;
  const t = say(locale);
  return (
    <>
      <PageHead title={t("sign-in.title")} lede={t("sign-in.lede")} />
      <div class="grid">
        <div class={demoLogins.length > 0 ? "c5 stack" : "c6 stack"}>
          {refused ? (
            <Notice tone="stop">
              <p>{t(refused)}</p>
            </Notice>
          ) : null}
          <Sheet title={t("sign-in.account")} link={{ label: t("reset.forgotten"), href: "/reset" }}>
            <p class="src">
              {t("sign-in.no-account")} <a href="/join">{t("sign-up.title")}</a>
            </p>
            <Form
              locale={locale}
              action="/sign-in"
              hidden={{ next }}
              submit={t("sign-in.title")}
              values={{ email }}
              problems={problem ? { "": t(problem) } : {}}
              fields={[
                {
                  name: "email",
                  label: t("sign-in.email"),
                  type: "email",
                  required: true,
                  autocomplete: "username",
                  maxlength: 254,
                },
                {
                  name: "password",
                  label: t("sign-in.password"),
                  type: "password",
                  required: true,
                  autocomplete: "current-password",
                  maxlength: 128,
                },
              ]}
            />
          </Sheet>
          <OtherWays {...props} />
        </div>
        {demoLogins.length > 0 ? <DemoLogins locale={locale} next={next} demoLogins={demoLogins} /> : null}
      </div>
    </>
  );
}

function OtherWays({ locale, next, provider }: SignInProps) {
  const t = say(locale);
  return (
    <Sheet title={t("sign-in.other")}>
      <passkey-form
        question="/sign-in/passkey/question"
        none={t("passkey.none")}
        cancelled={t("passkey.cancelled")}
      >
        <form method="post" action="/sign-in/passkey" hidden>
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="answer" value="" />
          <p>
            <Button>{t("passkey.sign-in")}</Button>
          </p>
        </form>
        <p data-said role="alert" class="wrong" hidden />
        <noscript>
          <p class="src">{t("passkey.script")}</p>
        </noscript>
      </passkey-form>
      {provider ? (
        <p>
          <Button href={`/sign-in/provider?next=${encodeURIComponent(next)}`}>
            {t("provider.sign-in", { name: provider })}
          </Button>
        </p>
      ) : null}
    </Sheet>
  );
}

export interface SecondStepProps {
  locale: Locale;
  next: string;
  problem?: SecondStepProblem;
}

export function SecondStepPage({ locale, next, problem }: SecondStepProps) {
  const t = say(locale);
  return (
    <>
      <PageHead title={t("second.title")} lede={t("second.lede")} />
      <div class="grid">
        <div class="c6 stack">
          <Sheet title={t("second.title")}>
            <Form
              locale={locale}
              action="/sign-in/second-factor"
              hidden={{ next }}
              submit={t("second.go")}
              cancel={{ href: "/sign-in" }}
              problems={problem ? { [problem === "second.wrong" ? "code" : ""]: t(problem) } : {}}
              fields={[
                {
                  name: "code",
                  label: t("second.code"),
                  hint: t("second.code.hint"),
                  required: true,
                  autocomplete: "one-time-code",
                  maxlength: 40,
                },
              ]}
            />
          </Sheet>
        </div>
      </div>
    </>
  );
}

function DemoLogins({ locale, next, demoLogins }: Pick<SignInProps, "locale" | "next" | "demoLogins">) {
  const t = say(locale);
  return (
    <Sheet title={t("demo.title")} class="c7">
      <p>{t("demo.lede")}</p>
      <form action="/sign-in" method="post">
        <input type="hidden" name="next" value={next} />
        <table class="data">
          <caption class="unseen">{t("demo.title")}</caption>
          <tbody>
            {demoLogins.map((login) => (
              <tr>
                <th scope="row">
                  {login.role[locale]}
                  <br />
                  <small>
                    {login.name} · {login.email}
                  </small>
                </th>
                <td class="n">
                  <button
                    class="btn"
                    type="submit"
                    name="demo"
                    value={login.email}
                    aria-label={t("demo.as", { name: `${login.name}, ${login.role[locale]}` })}
                  >
                    {t("sign-in.title")}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </form>
    </Sheet>
  );
}
