import type { Desk } from "../../../access/route.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Form, PageHead, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";

export interface SignInProps {
  locale: Locale;
  next: string;
  demoLogins: Desk["demoLogins"];
  email?: string;
  problem?: "sign-in.wrong" | "sign-in.later";
}

export function SignInPage({ locale, next, demoLogins, email = "", problem }: SignInProps) {
  const t = say(locale);
  return (
    <>
      <PageHead title={t("sign-in.title")} lede={t("sign-in.lede")} />
      <div class="grid">
        <div class={demoLogins.length > 0 ? "c5 stack" : "c6 stack"}>
          <Sheet title={t("sign-in.account")}>
            <p class="src">{t("sign-in.no-account")}</p>
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
        </div>
        {demoLogins.length > 0 ? <DemoLogins locale={locale} next={next} demoLogins={demoLogins} /> : null}
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
