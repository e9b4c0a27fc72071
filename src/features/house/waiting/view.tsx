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

const TWO_SIDED: readonly Waiting[] = ["links", "duplicates", "requests"];

/** A file keeps its name as it is, and so does a person. */
export const nameOf = (what: Waiting, { name }: WaitingItem) =>
  what === "imports" ? name : displayName(name);
export const otherOf = (what: Waiting, { other }: WaitingItem) =>
  other === null || what === "requests" ? (other ?? "") : displayName(other);

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
          label: t(what === "imports" ? "waiting.file" : "waiting.who"),
          value: (item) => nameOf(what, item),
          href: (item) => `${home}${item.href}`,
        },
        ...(TWO_SIDED.includes(what)
          ? [
              {
                key: "other",
                label: t(what === "requests" ? "waiting.person" : "waiting.other"),
                value: (item: WaitingItem) => otherOf(what, item),
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
              {what === "applications" && item.overdue ? <Tag tone="wait">{t("waiting.late")}</Tag> : null}
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
