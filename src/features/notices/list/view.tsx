import type { Locale } from "../../../kernel/locale.ts";
import {
  address,
  Button,
  DataTable,
  Empty,
  formatAge,
  formatNumber,
  ListFoot,
  PageHead,
  type Query,
  Sheet,
  Tabs,
  Tag,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { KEPT_DAYS } from "../telling/purge.ts";
import { actUntil } from "../telling/rules.ts";
import type { MyNotices } from "./actions.ts";
import type { Filter, NoticeRow } from "./store.ts";

export const PATH = "/notices";

export interface NoticesProps {
  locale: Locale;
  csrf: string;
  query: Query;
  filter: Filter;
  notices: MyNotices;
  topicLabel: (topic: string) => string;
  now: Date;
}

export const textIn = (notice: NoticeRow, locale: Locale) =>
  locale === "de" ? notice.textDe : notice.textEn;
export const placeIn = (notice: NoticeRow, locale: Locale) =>
  locale === "de" ? notice.nameDe : notice.nameEn;

/** The acts of a notice that its letter's links could still do. */
export const openActs = ({ id, acts, createdAt }: NoticeRow, now: Date) =>
  acts
    .map((act, place) => ({ ...act, href: `${PATH}/${id}/acts/${place}` }))
    .filter(({ days }) => actUntil(days, createdAt) > now);

export function NoticesPage(props: NoticesProps) {
  const { locale, csrf, query, filter, notices } = props;
  const t = say(locale);
  return (
    <>
      <PageHead
        title={t("list.title")}
        lede={t("list.lede", { unread: notices.unread })}
        actions={
          <>
            <Button href="/account/notices">{t("list.often")}</Button>
            {notices.unread > 0 ? (
              <form method="post" action="/notices/read">
                <input type="hidden" name="csrf" value={csrf} />
                {filter.topic ? <input type="hidden" name="topic" value={filter.topic} /> : null}
                <Button kind="main">{t(filter.topic ? "list.read-these" : "list.read-all")}</Button>
              </form>
            ) : null}
          </>
        }
      />
      <Topics {...props} />
      <Sheet title={filter.topic ? props.topicLabel(filter.topic) : t("list.title")}>
        {notices.list.items.length === 0 ? (
          filter.topic || filter.unread ? (
            <Empty act={{ label: t("list.empty.all"), href: PATH }}>{t("list.empty.filter")}</Empty>
          ) : (
            <Empty act={{ label: t("list.empty.act"), href: "/account/notices" }}>{t("list.empty")}</Empty>
          )
        ) : (
          <>
            <NoticeTable {...props} />
            <ListFoot locale={locale} path={PATH} query={query} list={notices.list} />
          </>
        )}
        <p class="src">{t("list.kept", { read: KEPT_DAYS.read })}</p>
      </Sheet>
    </>
  );
}

function Topics({ locale, query, filter, notices, topicLabel }: NoticesProps) {
  const t = say(locale);
  const topics = notices.topics
    .map(({ topic, count }) => ({ topic, count, label: topicLabel(topic) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  if (topics.length === 0 && !filter.unread) return null;
  return (
    <Tabs
      label={t("list.topics")}
      tabs={[
        {
          label: t("list.all"),
          href: address(PATH, query, { topic: null, unread: null }),
          current: !filter.topic && !filter.unread,
        },
        {
          label: t("list.only-unread"),
          href: address(PATH, query, { topic: null, unread: "1" }),
          count: formatNumber(notices.unread, locale),
          current: !filter.topic && filter.unread === true,
        },
        ...topics.map(({ topic, count, label }) => ({
          label,
          href: address(PATH, query, { topic }),
          count: formatNumber(count, locale),
          current: filter.topic === topic,
        })),
      ]}
    />
  );
}

/** What it is about, and what can be done at once: what that would be is said before it is done. */
function Ways({ notice, locale, now }: { notice: NoticeRow; locale: Locale; now: Date }) {
  const acts = openActs(notice, now);
  return (
    <>
      {notice.links.map(({ text, href }) => (
        <div>
          <a href={href}>{text}</a>
        </div>
      ))}
      {acts.length > 0 ? (
        <div class="row">
          {acts.map(({ label, href }) => (
            <Button href={href}>{label[locale]}</Button>
          ))}
        </div>
      ) : null}
    </>
  );
}

function NoticeTable({ locale, csrf, notices, topicLabel, now }: NoticesProps) {
  const t = say(locale);
  return (
    <DataTable
      locale={locale}
      caption={t("list.title")}
      rows={notices.list.items}
      columns={[
        {
          key: "what",
          label: t("list.what"),
          value: (notice) => (
            <>
              <span>{textIn(notice, locale)}</span>
              {notice.readAt === null ? (
                <>
                  {" "}
                  <Tag tone="wait">{t("list.unread")}</Tag>
                </>
              ) : null}
              <Ways {...{ notice, locale, now }} />
            </>
          ),
        },
        { key: "topic", label: t("list.topic"), value: (notice) => topicLabel(notice.topic) },
        {
          key: "where",
          label: t("list.where"),
          value: (notice) => placeIn(notice, locale) ?? "Kontor",
          href: (notice) => (notice.slug ? `/clusters/${notice.slug}` : undefined),
        },
        {
          key: "when",
          label: t("list.when"),
          value: (notice) => (
            <time datetime={notice.createdAt.toISOString()}>{formatAge(notice.createdAt, now, locale)}</time>
          ),
        },
        {
          key: "open",
          label: t("list.go"),
          align: "end",
          value: (notice) => (
            <form method="post" action={`/notices/${notice.id}/open`}>
              <input type="hidden" name="csrf" value={csrf} />
              <button
                type="submit"
                class="btn"
                aria-label={t("list.open.what", { text: textIn(notice, locale) })}
              >
                {t("list.open")}
              </button>
            </form>
          ),
        },
      ]}
    />
  );
}
