import type { Locale } from "../../../kernel/locale.ts";
import { AccountTabs, Form, PageHead, Sheet } from "../../../ui/index.ts";
import { FeedSheet, type FeedSheetProps } from "../feed/view.tsx";
import { say } from "../messages.ts";
import { type Choices, EVERYTHING, FREQUENCIES } from "../telling/rules.ts";

export interface ChoicesProps extends FeedSheetProps {
  locale: Locale;
  csrf: string;
  email: string;
  topics: readonly { topic: string; label: Record<Locale, string> }[];
  choices: Choices;
  values?: Readonly<Record<string, string>>;
  problems?: Readonly<Record<string, string>>;
}

/** The name of a topic's field; `everything` is the rest. */
export const fieldOf = (topic: string) => (topic === EVERYTHING ? "everything" : `topic.${topic}`);

export function ChoicesPage(props: ChoicesProps) {
  const { locale, csrf, email, topics, choices } = props;
  const t = say(locale);
  const frequencies = FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }));
  const stored = Object.fromEntries(Object.entries(choices).map(([topic, value]) => [fieldOf(topic), value]));
  return (
    <>
      <PageHead
        kicker={<a href="/notices">{t("choices.kicker")}</a>}
        title={t("choices.title")}
        lede={t("choices.lede", { email })}
      />
      <AccountTabs locale={locale} current="/account/notices" />
      <div class="grid">
        <Sheet title={t("choices.how-often")} class="c8">
          <Form
            locale={locale}
            action="/account/notices"
            csrf={csrf}
            values={{ ...stored, ...props.values }}
            problems={props.problems}
            fields={[
              {
                name: fieldOf(EVERYTHING),
                label: t("choices.everything"),
                hint: t("choices.everything.hint"),
                type: "select",
                required: true,
                choices: [{ value: "", label: t("choices.house") }, ...frequencies],
              },
              ...topics.map(({ topic, label }) => ({
                name: fieldOf(topic),
                label: label[locale],
                type: "select" as const,
                required: true,
                choices: [{ value: "", label: t("choices.like-everything") }, ...frequencies],
              })),
            ]}
          />
          <p class="src">
            {t("choices.always")} {t("choices.when")}
          </p>
        </Sheet>
        <FeedSheet {...props} />
      </div>
    </>
  );
}
