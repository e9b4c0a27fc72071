import type { Locale } from "../../../kernel/locale.ts";
import type { Page } from "../../../kernel/page.ts";
import {
  DataTable,
  Empty,
  ExportLinks,
  Facts,
  formatTime,
  PageHead,
  Pager,
  type Query,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { LetterRow } from "./store.ts";

type MailBy = "smtp" | "outbox";

/** Where a letter is: gone, kept because nobody carries letters here, or stuck on its way. */
export function letterState(letter: Pick<LetterRow, "sentAt" | "problem">, mailBy: MailBy) {
  if (letter.sentAt) return { key: "outbox.sent", tone: "good" } as const;
  if (letter.problem) return { key: "outbox.stuck", tone: "stop" } as const;
  return mailBy === "outbox"
    ? ({ key: "outbox.kept", tone: "plain" } as const)
    : ({ key: "outbox.waiting", tone: "wait" } as const);
}

export interface OutboxProps {
  locale: Locale;
  letters: Page<LetterRow>;
  query: Query;
  mailBy: MailBy;
}

const PATH = "/installation/outbox";

export function OutboxPage({ locale, letters, query, mailBy }: OutboxProps) {
  const t = say(locale);
  return (
    <>
      <PageHead
        kicker={<a href="/installation">{t("house.title")}</a>}
        title={t("outbox.title")}
        lede={
          <>
            {t("outbox.lede", { total: letters.total })} {t(`house.mail.${mailBy}`)}
          </>
        }
        actions={<ExportLinks locale={locale} csv={`${PATH}?format=csv`} xlsx={`${PATH}?format=xlsx`} />}
      />
      <Sheet title={t("outbox.title")}>
        {letters.items.length === 0 ? (
          <Empty>{t("outbox.empty")}</Empty>
        ) : (
          <DataTable
            locale={locale}
            caption={t("outbox.title")}
            rows={letters.items}
            columns={[
              {
                key: "subject",
                label: t("outbox.subject"),
                value: (letter) => letter.subject,
                href: (letter) => `${PATH}/${letter.id}`,
              },
              { key: "to", label: t("outbox.to"), value: (letter) => letter.toAddress },
              { key: "at", label: t("outbox.at"), value: (letter) => formatTime(letter.createdAt, locale) },
              {
                key: "state",
                label: t("outbox.state"),
                value: (letter) => {
                  const { key, tone } = letterState(letter, mailBy);
                  return (
                    <>
                      <Tag tone={tone}>{t(key)}</Tag>{" "}
                      {letter.problem ? <small>{letter.problem}</small> : null}
                    </>
                  );
                },
              },
            ]}
          />
        )}
        <Pager
          locale={locale}
          path={PATH}
          query={query}
          total={letters.total}
          shown={letters.items.length}
          next={letters.next}
        />
      </Sheet>
    </>
  );
}

export function LetterPage({
  locale,
  letter,
  mailBy,
}: {
  locale: Locale;
  letter: LetterRow & { body: string };
  mailBy: MailBy;
}) {
  const t = say(locale);
  const { key, tone } = letterState(letter, mailBy);
  return (
    <>
      <PageHead kicker={<a href={PATH}>{t("outbox.title")}</a>} title={letter.subject} />
      <Sheet title={t("outbox.title")}>
        <Facts
          facts={[
            [t("outbox.to"), letter.toAddress],
            [t("outbox.at"), formatTime(letter.createdAt, locale)],
            [t("outbox.state"), <Tag tone={tone}>{t(key)}</Tag>],
            [t("house.job.error"), letter.problem],
          ]}
        />
        {mailBy === "smtp" ? (
          <p class="src">{t("outbox.private")}</p>
        ) : letter.body === "" ? (
          <p class="src">{t("outbox.over")}</p>
        ) : (
          <LetterText text={letter.body} />
        )}
      </Sheet>
    </>
  );
}

/** Line by line; an address that stands on a line of its own can be followed. */
const LetterText = ({ text }: { text: string }) => (
  <div class="letter">
    {text.split("\n").map((line) => (
      <>
        {/^https?:\/\/\S+$/.test(line) ? (
          <a href={line} rel="nofollow noopener">
            {line}
          </a>
        ) : (
          line
        )}
        <br />
      </>
    ))}
  </div>
);
