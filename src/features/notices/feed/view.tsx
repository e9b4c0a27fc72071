import type { Locale } from "../../../kernel/locale.ts";
import { Button, Empty, formatDate, Notice, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";

export interface FeedSheetProps {
  locale: Locale;
  csrf: string;
  since: Date | null;
  /** Just made: the only time its address is seen. */
  made?: string;
}

export function FeedSheet({ locale, csrf, since, made }: FeedSheetProps) {
  const t = say(locale);
  return (
    <Sheet title={t("feed.title")} id="feed" class="c4">
      <p>{t("feed.what")}</p>
      {made ? (
        <Notice tone="good">
          <p>{t("feed.made")}</p>
          <p>
            <code id="made-feed">{made}</code>
          </p>
          <copy-button from="made-feed" label={t("feed.copy")} done={t("feed.copied")} />
        </Notice>
      ) : null}
      {since ? <p>{t("feed.since", { day: formatDate(since, locale) })}</p> : <Empty>{t("feed.none")}</Empty>}
      <form class="form-acts" method="post" action="/account/notices/feed#feed">
        <input type="hidden" name="csrf" value={csrf} />
        <Button>{t(since ? "feed.renew" : "feed.make")}</Button>
        {since ? (
          <Button kind="stop" formaction="/account/notices/feed/end">
            {t("feed.end")}
          </Button>
        ) : null}
      </form>
    </Sheet>
  );
}
