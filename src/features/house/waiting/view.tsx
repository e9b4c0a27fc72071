import type { Locale } from "../../../kernel/locale.ts";
import {
  DataTable,
  displayName,
  Empty,
  ExportLinks,
  formatAge,
  formatDate,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { messages, say } from "../messages.ts";
import type { Waiting, WaitingItem } from "./store.ts";

export const fieldWord = (field: string, locale: Locale) => {
  const key = `field.${field}`;
  return key in messages ? say(locale)(key as keyof typeof messages) : field;
};

export interface WaitingProps {
  locale: Locale;
  what: Waiting;
  items: readonly WaitingItem[];
  home: string;
  now: Date;
}

export function WaitingPage({ locale, what, items, home, now }: WaitingProps) {
  const t = say(locale);
  const path = `${home}/waiting/${what}`;
  return (
    <>
      <PageHead
        kicker={<a href={`${home}/today`}>{t("waiting.back")}</a>}
        title={t(`waiting.${what}`)}
        lede={t(`waiting.${what}.what`)}
        actions={<ExportLinks locale={locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />}
      />
      <Sheet title={t("waiting.all", { count: items.length })}>
        {items.length === 0 ? (
          <Empty act={{ label: t("waiting.back"), href: `${home}/today` }}>{t("waiting.none")}</Empty>
        ) : (
          <WaitingTable {...{ locale, what, items, home, now }} />
        )}
      </Sheet>
    </>
  );
}

export function WaitingTable({ locale, what, items, home, now }: WaitingProps) {
  const t = say(locale);
  return (
    <DataTable
      locale={locale}
      caption={t(`waiting.${what}`)}
      rows={items}
      columns={[
        {
          key: "name",
          label: t("waiting.who"),
          value: (item) => displayName(item.name),
          href: (item) => `${home}${item.href}`,
        },
        ...(what === "links"
          ? [
              {
                key: "other",
                label: t("waiting.other"),
                value: (item: WaitingItem) => displayName(item.other ?? ""),
              },
            ]
          : []),
        ...(what === "facts"
          ? [
              {
                key: "field",
                label: t("waiting.field"),
                value: (item: WaitingItem) => fieldWord(item.field ?? "", locale),
              },
            ]
          : []),
        {
          key: "since",
          label: t("waiting.since"),
          align: "end",
          value: (item) => (
            <>
              {what === "links" && item.overdue ? <Tag tone="wait">{t("waiting.ask")}</Tag> : null}
              <time title={formatDate(item.since, locale)} datetime={new Date(item.since).toISOString()}>
                {formatAge(item.since, now, locale)}
              </time>
            </>
          ),
        },
      ]}
    />
  );
}
