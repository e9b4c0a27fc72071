import type { Child } from "hono/jsx";
import type { Locale } from "../../../kernel/locale.ts";
import { Button } from "../../../ui/index.ts";
import type { ReadLog } from "./actions.ts";
import { sayLog } from "./messages.ts";
import type { LogFilter } from "./schema.ts";

export interface LogFiltersProps {
  locale: Locale;
  path: string;
  filter: LogFilter;
  log: ReadLog;
}

/** A form whose answer is an address: what is chosen can be sent to somebody else. */
export function LogFilters({ locale, path, filter, log: { facets, names } }: LogFiltersProps) {
  const t = sayLog(locale);
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const people = facets.people.map((id) => ({ value: id, label: names.people.get(id) ?? t("log.somebody") }));
  return (
    <filter-form>
      <form class="form" method="get" action={path}>
        <Choose
          name="action"
          label={t("log.action")}
          any={t("log.any")}
          value={filter.action}
          choices={plain(facets.actions)}
        />
        <Choose
          name="person"
          label={t("log.who")}
          any={t("log.any")}
          value={filter.person}
          choices={people}
        />
        <Choose
          name="subject"
          label={t("log.subject")}
          any={t("log.any")}
          value={filter.subject}
          choices={plain(facets.subjects)}
        />
        <Labelled name="from" label={t("log.from")}>
          <input type="date" id="filter-from" name="from" value={filter.from} />
        </Labelled>
        <Labelled name="to" label={t("log.to")}>
          <input type="date" id="filter-to" name="to" value={filter.to} />
        </Labelled>
        <div class="form-acts">
          <Button>{t("log.filter")}</Button>
          <Button kind="quiet" href={path}>
            {t("log.empty.act")}
          </Button>
        </div>
      </form>
    </filter-form>
  );
}

interface ChooseProps {
  name: string;
  label: string;
  any: string;
  value: string | undefined;
  choices: readonly { value: string; label: string }[];
}

const Choose = ({ name, label, any, value, choices }: ChooseProps) => (
  <Labelled name={name} label={label}>
    <select id={`filter-${name}`} name={name}>
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option value={choice.value} selected={choice.value === value}>
          {choice.label}
        </option>
      ))}
    </select>
  </Labelled>
);

const Labelled = ({ name, label, children }: { name: string; label: string; children?: Child }) => (
  <div class="field">
    <label for={`filter-${name}`}>{label}</label>
    {children}
  </div>
);
