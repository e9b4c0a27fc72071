import type { Locale } from "../../../kernel/locale.ts";
import { Button, Form, PageHead, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";

interface Props {
  locale: Locale;
  csrf: string;
  path: string;
  email: string;
  /** `null` for all of them. */
  topic: string | null;
}

/** A scanner that opens it has changed nothing: only the button does. */
export function UnsubscribePage({ locale, csrf, path, email, topic }: Props) {
  const t = say(locale);
  return (
    <>
      <PageHead title={t("unsubscribe.title")} />
      <Sheet title={topic ?? t("list.title")}>
        <p>{topic ? t("unsubscribe.topic", { topic, email }) : t("unsubscribe.all", { email })}</p>
        <Form
          locale={locale}
          action={path}
          csrf={csrf}
          hidden={{ "List-Unsubscribe": "One-Click" }}
          submit={t("unsubscribe.button")}
          acts={<Settings locale={locale} />}
        />
      </Sheet>
    </>
  );
}

export const UnsubscribedPage = ({ locale }: { locale: Locale }) => (
  <>
    <PageHead title={say(locale)("unsubscribe.done")} lede={say(locale)("unsubscribe.done.text")} />
    <p>
      <Settings locale={locale} />
    </p>
  </>
);

export const NoSuchAddressPage = ({ locale }: { locale: Locale }) => (
  <>
    <PageHead title={say(locale)("unsubscribe.gone")} lede={say(locale)("unsubscribe.gone.text")} />
    <p>
      <Settings locale={locale} />
    </p>
  </>
);

const Settings = ({ locale }: { locale: Locale }) => (
  <Button href="/account/notices">{say(locale)("unsubscribe.settings")}</Button>
);
