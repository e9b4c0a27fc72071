import type { Locale } from "../../kernel/locale.ts";
import { Button, DataTable, displayName, Facts, PageHead, Sheet } from "../../ui/index.ts";
import { SEAT } from "./definitions.ts";
import { say } from "./messages.ts";

export interface ConnectProps {
  locale: Locale;
  name: string;
  home: string;
  /** What is typed into the directory. */
  address: string;
  domains: readonly string[];
  /** How many people the directory keeps. */
  count: number;
}

/** How an owner connects the organisation's own directory, and what it may then do. */
export function ConnectPage({ locale, name, home, address, domains, count }: ConnectProps) {
  const t = say(locale);
  const organisation = displayName(name);
  const understood = [
    ["userName", t("user.name.how")],
    ["active", t("user.active.how")],
    [`groups, ${SEAT}:role`, t("user.group.how")],
    ["title", t("user.title.how")],
    ["displayName, name, preferredLanguage", t("user.other.how")],
    ["externalId", t("user.external.how")],
  ] as const;
  return (
    <>
      <PageHead
        kicker={<a href={home}>{organisation}</a>}
        title={t("title")}
        lede={t("lede", { count, organisation })}
        actions={<Button href={`${home}/seats`}>{t("seats")}</Button>}
      />
      <div class="grid">
        <div class="c8 stack">
          <Sheet title={t("connect")}>
            <div class="stack">
              {" "}
              <p>{t("connect.what")}</p>
              <Facts
                facts={[
                  [t("address"), <code>{address}</code>],
                  [t("token"), t("token.how")],
                ]}
              />
              <p>
                <Button kind="main" href="/account#tokens">
                  {t("token.make")}
                </Button>
              </p>
            </div>{" "}
          </Sheet>
          <Sheet title={t("attributes")}>
            <DataTable
              locale={locale}
              caption={t("attributes")}
              rows={understood}
              columns={[
                { key: "attribute", label: t("attribute"), value: ([attribute]) => <code>{attribute}</code> },
                { key: "meaning", label: t("meaning"), value: ([, meaning]) => meaning },
              ]}
            />
          </Sheet>
        </div>
        <div class="c4 stack">
          <Sheet title={t("domains")} link={{ label: t("domains.declare"), href: `${home}/joining` }}>
            <p>
              {domains.length > 0 ? t("domains.some", { domains: domains.join(", ") }) : t("domains.none")}
            </p>
          </Sheet>
        </div>
      </div>
    </>
  );
}
