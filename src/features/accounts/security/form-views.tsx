import type { Child } from "hono/jsx";
import type { SecondFactorSetUp } from "../../../access/accounts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Button, type FieldSpec, Form, PageHead, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";

export interface FormSaid {
  locale: Locale;
  csrf: string;
  values?: Record<string, string>;
  problems?: Record<string, string>;
}

/** One question about the account on a page of its own. */
export function OneForm({
  title,
  lede,
  form,
}: {
  title: string;
  lede?: Child;
  form: FormSaid & { action: string; submit: string; fields: readonly FieldSpec[] };
}) {
  const t = say(form.locale);
  return (
    <>
      <PageHead kicker={<a href="/account/security">{t("security.title")}</a>} title={title} lede={lede} />
      <div class="grid">
        <div class="c6 stack">
          <Sheet title={title}>
            <Form {...form} cancel={{ href: "/account/security" }} />
          </Sheet>
        </div>
      </div>
    </>
  );
}

/** Asked before anything that decides who can get in. Without a password it is enough to have just signed in. */
export const proofFields = (locale: Locale, hasPassword: boolean): FieldSpec[] =>
  hasPassword
    ? [
        {
          name: "password",
          label: say(locale)("security.password-now"),
          hint: say(locale)("security.password-why"),
          type: "password",
          required: true,
          autocomplete: "current-password",
          maxlength: 128,
        },
      ]
    : [];

/** A form cannot be posted to another house, so that the last step is a link. */
export function GoToProviderPage({ locale, name, to }: { locale: Locale; name: string; to: string }) {
  const t = say(locale);
  return (
    <PageHead
      kicker={<a href="/account/security">{t("security.title")}</a>}
      title={t("linked.link", { name })}
      lede={t("linked.go.lede", { name })}
      actions={
        <Button kind="main" href={to}>
          {t("linked.go", { name })}
        </Button>
      }
    />
  );
}

const asText = (codes: readonly string[]) => `${codes.join("\n")}\n`;

/** Ten codes, to be kept somewhere else. The file is made in the page: nothing has to be asked for again. */
export function RecoveryCodes({ locale, codes }: { locale: Locale; codes: readonly string[] }) {
  const t = say(locale);
  return (
    <>
      <p>{t("codes.what")}</p>
      <pre id="recovery-codes" class="codes">
        {asText(codes)}
      </pre>
      <p class="form-acts">
        <a
          class="btn"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(asText(codes))}`}
          download="kontor-recovery-codes.txt"
        >
          {t("codes.download")}
        </a>
        <copy-button from="recovery-codes" label={t("codes.copy")} done={t("codes.copied")} />
      </p>
    </>
  );
}

export interface SetUpProps extends FormSaid {
  setUp: SecondFactorSetUp;
  /** The QR code as SVG. */
  picture: Child;
}

export function SetUpPage({ setUp, picture, ...form }: SetUpProps) {
  const { locale } = form;
  const t = say(locale);
  return (
    <>
      <PageHead
        kicker={<a href="/account/security">{t("security.title")}</a>}
        title={t("factor.title")}
        lede={t("factor.setup.lede")}
      />
      <div class="grid">
        <Sheet title={t("factor.step.scan")} class="c4">
          <div role="img" aria-label={t("factor.qr")}>
            {picture}
          </div>
          <p>
            {t("factor.secret")}
            <br />
            <code id="secret">{setUp.secret}</code>
          </p>
        </Sheet>
        <Sheet title={t("factor.step.keep")} class="c4">
          <RecoveryCodes locale={locale} codes={setUp.recoveryCodes} />
        </Sheet>
        <Sheet title={t("factor.step.type")} class="c4">
          <Form
            {...form}
            action="/account/security/second-factor/confirm"
            submit={t("factor.begin")}
            cancel={{ href: "/account/security" }}
            fields={[
              {
                name: "code",
                label: t("factor.code"),
                required: true,
                autocomplete: "one-time-code",
                maxlength: 12,
              },
            ]}
          />
        </Sheet>
      </div>
    </>
  );
}

export function NewCodesPage({ locale, codes }: { locale: Locale; codes: readonly string[] }) {
  const t = say(locale);
  return (
    <>
      <PageHead kicker={<a href="/account/security">{t("security.title")}</a>} title={t("codes.new")} />
      <div class="grid">
        <Sheet title={t("codes.title")} class="c6">
          <RecoveryCodes locale={locale} codes={codes} />
          <p>
            <Button kind="main" href="/account/security">
              {t("codes.done")}
            </Button>
          </p>
        </Sheet>
      </div>
    </>
  );
}

export function NewPasskeyPage({ hasPassword, ...form }: FormSaid & { hasPassword: boolean }) {
  const { locale } = form;
  const t = say(locale);
  return (
    <>
      <PageHead
        kicker={<a href="/account/security">{t("security.title")}</a>}
        title={t("passkeys.add")}
        lede={t("passkeys.lede")}
      />
      <div class="grid">
        <div class="c6 stack">
          <Sheet title={t("passkeys.add")}>
            <passkey-form
              make
              question="/account/security/passkeys/question"
              none={t("passkey.none")}
              cancelled={t("passkey.cancelled")}
            >
              <Form
                {...form}
                action="/account/security/passkeys"
                hidden={{ answer: "" }}
                submit={t("passkeys.add")}
                cancel={{ href: "/account/security" }}
                fields={[
                  {
                    name: "name",
                    label: t("passkeys.name"),
                    hint: t("passkeys.name.hint"),
                    required: true,
                    maxlength: 100,
                  },
                  ...proofFields(locale, hasPassword),
                ]}
              />
              <p data-said role="alert" class="wrong" hidden />
              <noscript>
                <p class="src">{t("passkey.script")}</p>
              </noscript>
            </passkey-form>
          </Sheet>
        </div>
      </div>
    </>
  );
}
