import type { Locale } from "../../../kernel/locale.ts";
import { Button, Form, Notice, PageHead, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";

interface Said {
  locale: Locale;
  csrf: string;
  values?: Record<string, string>;
  problems?: Record<string, string>;
}

export function AskForReset({ sent, ...form }: Said & { sent?: boolean }) {
  const t = say(form.locale);
  return (
    <>
      <PageHead title={t("reset.title")} lede={t("reset.lede")} />
      <div class="grid">
        <div class="c6 stack">
          {sent ? (
            <Notice tone="good" title={t("reset.sent.title")}>
              <p>{t("reset.sent")}</p>
            </Notice>
          ) : (
            <Sheet title={t("sign-in.account")}>
              <Form
                {...form}
                action="/reset"
                submit={t("reset.send")}
                cancel={{ href: "/sign-in" }}
                fields={[
                  {
                    name: "email",
                    label: t("sign-in.email"),
                    type: "email",
                    required: true,
                    autocomplete: "username",
                    maxlength: 254,
                  },
                ]}
              />
            </Sheet>
          )}
        </div>
      </div>
    </>
  );
}

export function ChoosePassword({ email, action, ...form }: Said & { email: string; action: string }) {
  const t = say(form.locale);
  return (
    <>
      <PageHead title={t("reset.title")} lede={t("reset.choose", { email })} />
      <div class="grid">
        <div class="c6 stack">
          <Sheet title={t("reset.title")}>
            <Form
              {...form}
              action={action}
              submit={t("reset.keep")}
              fields={[
                {
                  name: "password",
                  label: t("reset.password"),
                  hint: t("reset.password.hint"),
                  type: "password",
                  required: true,
                  autocomplete: "new-password",
                  maxlength: 128,
                },
              ]}
            />
          </Sheet>
        </div>
      </div>
    </>
  );
}

export function DeadLink({ locale, again }: { locale: Locale; again: { label: string; href: string } }) {
  const t = say(locale);
  return (
    <>
      <PageHead title={t("reset.dead.title")} lede={t("reset.dead")} />
      <p>
        <Button kind="main" href={again.href}>
          {again.label}
        </Button>
      </p>
    </>
  );
}
