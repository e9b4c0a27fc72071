import type { Locale } from "../../kernel/locale.ts";
import { AccountTabs, Button, displayName, Form, Notice, PageHead, Sheet } from "../../ui/index.ts";
import { say } from "./messages.ts";

export interface ExportProps {
  locale: Locale;
  cluster: { slug: string; name: string } | null;
  organisation: { slug: string; name: string; clusterSlug: string } | null;
}

export function ExportPage({ locale, cluster, organisation }: ExportProps) {
  const t = say(locale);
  return (
    <>
      <PageHead title={t("title")} lede={[t("lede"), t("format")].join(" ")} />
      <div class="stack">
        {cluster ? (
          <Sheet title={t("cluster.title")}>
            <p>{t("cluster.what")}</p>
            <p>
              <Button kind="main" href={`/clusters/${cluster.slug}/export/cluster.zip`}>
                {t("get")}
              </Button>
            </p>
          </Sheet>
        ) : null}
        {organisation ? (
          <Sheet title={t("organisation.title", { name: displayName(organisation.name) })}>
            <p>{t("organisation.what")}</p>
            <p>
              <Button
                kind="main"
                href={`/clusters/${organisation.clusterSlug}/organisations/${organisation.slug}/export.zip`}
              >
                {t("get")}
              </Button>
            </p>
          </Sheet>
        ) : null}
      </div>
    </>
  );
}

export interface MyDataProps {
  locale: Locale;
  csrf: string;
  values?: Record<string, string>;
  problems?: Record<string, string>;
}

export function MyDataPage({ locale, csrf, values, problems }: MyDataProps) {
  const t = say(locale);
  return (
    <>
      <PageHead title={t("me.title")} lede={t("me.lede")} />
      <AccountTabs locale={locale} current="/account/data" />
      <div class="grid">
        <div class="c6 stack">
          <Sheet title={t("me.export")}>
            <p>{t("me.what")}</p>
            <p>
              <Button kind="main" href="/account/data/my-data.zip">
                {t("get")}
              </Button>
            </p>
          </Sheet>
        </div>
        <div class="c6 stack">
          <Sheet title={t("erase.title")}>
            <Notice tone="wait">{t("erase.what")}</Notice>
            <Form
              {...{ locale, csrf, values, problems }}
              action="/account/erase"
              submit={t("erase.act")}
              fields={[
                {
                  name: "email",
                  label: t("erase.confirm"),
                  type: "email",
                  required: true,
                  autocomplete: "off",
                  maxlength: 254,
                },
              ]}
            />
          </Sheet>
        </div>
      </div>
    </>
  );
}
