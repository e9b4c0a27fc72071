import type { Locale } from "../../kernel/locale.ts";
import {
  Button,
  Dialog,
  DialogLink,
  Facts,
  Figures,
  formatCompactMoney,
  formatNumber,
  formatPercent,
  Notice,
  Origin,
  Sheet,
  Tag,
  Tags,
  VISIBILITIES,
  VisibilityBadge,
} from "../../ui/index.ts";
import { actors } from "./examples.ts";
import { say } from "./messages.ts";

const TOKENS = ["paper", "sheet", "sunk", "ink", "ink-2", "ink-3", "brick", "verdigris", "brass"] as const;
const SERIES = [1, 2, 3, 4, 5, 6] as const;

export function Colours({ locale }: { locale: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("colours")} id="colours" class="c6">
      <p>{t("colours.text")}</p>
      <ul class="swatches">
        {TOKENS.map((token) => (
          <li class={`swatch ${token}`}>
            <code>--{token}</code>
          </li>
        ))}
      </ul>
      <ul class="key">
        {SERIES.map((series) => (
          <li>
            <svg width="28" height="14" aria-hidden="true">
              <rect class={`f${series}`} width="28" height="14" />
            </svg>
            <code>--s{series}</code>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

export function Type({ locale }: { locale: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("type")} id="type" class="c6">
      <p class="kicker">{t("kicker")}</p>
      <p class="h1">{t("type.sample")}</p>
      <h3>{t("list.title")}</h3>
      <p>{t("type.text")}</p>
      <p class="src">{t("source")}</p>
    </Sheet>
  );
}

export function FigureExamples({ locale }: { locale: Locale }) {
  const t = say(locale);
  const eight = actors.slice(0, 8).reduce((sum, actor) => sum + actor.millions, 0) * 1e6;
  return (
    <Figures
      figures={[
        { value: formatNumber(228, locale), label: t("fig.organisations"), href: "#lists" },
        {
          value: formatNumber(606, locale),
          label: t("fig.projects"),
          change: t("fig.fewer", { n: formatPercent(154 / 205 - 1, locale) }),
          tone: "stop",
          href: "#charts",
        },
        { value: formatCompactMoney(eight, locale), label: t("fig.contribution"), href: "#lists" },
        { value: formatPercent(0.4, locale), label: t("fig.coordinated"), href: "#charts" },
        {
          value: formatNumber(149, locale),
          label: t("fig.enterprises"),
          change: formatPercent(149 / 228, locale),
          tone: "good",
        },
      ]}
    />
  );
}

export function SmallWords({ locale }: { locale: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("words")} id="words" class="c6">
      <p>
        <Tag>{t("tag.plain")}</Tag>
        <Tag tone="good">{t("tag.good")}</Tag>
        <Tag tone="wait">{t("tag.wait")}</Tag>
        <Tag tone="stop">{t("tag.stop")}</Tag>
      </p>
      <Tags
        tags={[
          { label: t("tag.plain"), href: "#words" },
          { label: t("issue.technology"), href: "#words" },
        ]}
      />
      <h3>{t("buttons")}</h3>
      <form class="row" method="get" action="#words">
        <Button kind="main">{t("button.main")}</Button>
        <Button href="#words">{t("button.plain")}</Button>
        <confirm-button ask={t("button.stop.ask")}>
          <Button kind="stop">{t("button.stop")}</Button>
        </confirm-button>
        <Button kind="quiet" href="#words">
          {t("button.quiet")}
        </Button>
        <Button disabled>{t("button.off")}</Button>
        <DialogLink dialog="example" href="#words">
          {t("button.dialog")}
        </DialogLink>
        <copy-button from="address" label={t("copy")} done={t("copied")} />
      </form>
      <p class="src" id="address">
        https://kontor.example/styleguide
      </p>
      <Dialog id="example" title={t("dialog.title")} locale={locale}>
        <p>{t("dialog.text")}</p>
      </Dialog>
    </Sheet>
  );
}

/** The day this example is told on, so that its ages do not change while nobody looks. */
const NOW = new Date("2026-11-24T08:10:00Z");

export function FactExamples({ locale }: { locale: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("facts")} id="facts" class="c6">
      <Facts
        facts={[
          [t("fact.kind"), t("kind.research")],
          [t("fact.place"), "Hamburg, DE600"],
          [
            t("fact.projects"),
            <>
              65{" "}
              <Origin
                locale={locale}
                origin={{ kind: "imported", source: "CORDIS" }}
                on="2025-12-01"
                now={NOW}
                href="#lists"
              />
            </>,
          ],
          [
            t("fact.link"),
            <>
              {t("link.formal")}{" "}
              <Origin
                locale={locale}
                origin={{ kind: "derived", records: 3 }}
                on="2026-11-12"
                now={NOW}
                href="#lists"
              />
            </>,
          ],
          [
            t("fact.declared"),
            <>
              {t("tag.plain")}{" "}
              <Origin
                locale={locale}
                origin={{ kind: "declared", by: "GEOMAR" }}
                on={new Date("2026-11-24T06:10:00Z")}
                now={NOW}
              />
            </>,
          ],
          [
            t("fact.seen"),
            <ul class="lines">
              {VISIBILITIES.map((level, i) => (
                <li>
                  <VisibilityBadge locale={locale} level={level} walled={i === 2 ? 2 : 0} />
                </li>
              ))}
            </ul>,
          ],
        ]}
      />
    </Sheet>
  );
}

export function NoticeExamples({ locale }: { locale: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("notices")} id="notices" class="c6">
      {(["plain", "good", "wait", "stop"] as const).map((tone) => (
        <Notice tone={tone}>{t(`notice.${tone}`)}</Notice>
      ))}
    </Sheet>
  );
}
