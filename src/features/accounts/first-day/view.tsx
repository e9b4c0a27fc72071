import type { Locale } from "../../../kernel/locale.ts";
import { Button, displayName, formatList, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { FirstDay } from "./actions.ts";

export interface FirstDayProps {
  locale: Locale;
  csrf: string;
  firstDay: FirstDay;
}

/** What is still to do at the beginning, each leading to where it is done. Gone when all is done or it was put aside. */
export function FirstDaySheet({ locale, csrf, firstDay }: FirstDayProps) {
  const { steps, percent, dismissed } = firstDay;
  const t = say(locale);
  const done = steps.filter((step) => step.done).length;
  if (dismissed || done === steps.length) return null;
  return (
    <Sheet
      title={t("first-day.title")}
      id="first-day"
      aside={
        <form method="post" action="/account/first-day/dismiss">
          <input type="hidden" name="csrf" value={csrf} />
          <Button kind="quiet">{t("first-day.dismiss")}</Button>
        </form>
      }
    >
      <p>{t("first-day.lede", { done, all: steps.length })}</p>
      <ul class="entries">
        {steps
          .filter((step) => !step.done)
          .map(({ name, href }) => (
            <li>
              <a href={href}>
                <strong>{t(`first-day.${name}`, { percent })}</strong>
              </a>
              <br />
              <small>{t(`first-day.${name}.why`)}</small>
            </li>
          ))}
      </ul>
      {done > 0 ? (
        <p class="src">
          {t("first-day.done", {
            steps: formatList(
              steps.filter((step) => step.done).map(({ name }) => t(`first-day.${name}.short`)),
              locale,
            ),
          })}
        </p>
      ) : null}
    </Sheet>
  );
}

export const FirstDayAgain = ({
  locale,
  csrf,
  organisation,
}: {
  locale: Locale;
  csrf: string;
  organisation: string;
}) => {
  const t = say(locale);
  return (
    <Sheet title={t("first-day.title")}>
      <p>{t("first-day.again.what", { organisation: displayName(organisation) })}</p>
      <form method="post" action="/account/first-day/show">
        <input type="hidden" name="csrf" value={csrf} />
        <Button>{t("first-day.again")}</Button>
      </form>
    </Sheet>
  );
};
