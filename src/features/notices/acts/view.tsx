import type { ActOffer } from "../../../access/feature.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Button, Form, formatTime, Notice, PageHead, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";

/** What the button will do, said before it does it. */
export function OfferPage({
  locale,
  csrf,
  path,
  name,
  offer,
}: {
  locale: Locale;
  csrf: string;
  path: string;
  name: string;
  offer: ActOffer;
}) {
  const t = say(locale);
  return (
    <div lang={locale}>
      <PageHead title={offer.title} />
      <Sheet title={t("act.what")}>
        <p>{offer.text}</p>
        <Form
          locale={locale}
          action={path}
          csrf={csrf}
          submit={offer.button}
          cancel={{ label: t("act.look"), href: offer.href }}
        />
        <p class="src">{t("act.for", { name })}</p>
      </Sheet>
    </div>
  );
}

export function UsedPage({ locale, done, to, at }: { locale: Locale; done: string; to: string; at: Date }) {
  const t = say(locale);
  return (
    <div lang={locale}>
      <PageHead title={t("act.used")} />
      <Notice tone="good">{done}</Notice>
      <p>
        <Button href={to}>{t("act.to")}</Button>
      </p>
      <p class="src">{t("act.used.at", { moment: formatTime(at, locale) })}</p>
    </div>
  );
}

/** A sentence and the way in, for all that leads nowhere. */
export function DeadEndPage({ locale, title, text }: { locale: Locale; title: string; text: string }) {
  return (
    <div lang={locale}>
      <PageHead title={title} lede={text} />
      <p>
        <Button href="/notices">{say(locale)("list.title")}</Button>
      </p>
    </div>
  );
}
