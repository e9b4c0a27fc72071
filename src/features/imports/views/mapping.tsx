import type { Locale } from "../../../kernel/locale.ts";
import { Button, Field, formatNumber, Notice, PageHead, Sheet } from "../../../ui/index.ts";
import type { OwnField } from "../../registry/feature.ts";
import { SHEET_KINDS, type SheetMapping, targetsOf } from "../mapping/targets.ts";
import { say } from "../messages.ts";
import type { Options } from "../options.ts";
import { ENCODINGS, SEPARATORS } from "../reading/sheet.ts";
import type { Run, StoredRow } from "../store.ts";
import { columnName, sheetName, targetWord } from "../words.ts";

export interface MappingProps {
  locale: Locale;
  /** The address of this import. */
  href: string;
  csrf: string;
  run: Run;
  /** The first rows of each sheet. */
  samples: readonly (readonly StoredRow[])[];
  own: readonly OwnField[];
  problems?: readonly string[] | undefined;
  /** The file is still kept and can be read otherwise. */
  readable: boolean;
}

export function MappingPage(props: MappingProps) {
  const { locale, href, csrf, run, problems = [] } = props;
  const t = say(locale);
  const rows = run.reading.sheets.reduce((sum, sheet) => sum + Math.max(0, sheet.rows - 1), 0);
  return (
    <>
      <PageHead
        kicker={<a href={href.replace(/\/[^/]+$/, "")}>{t("title")}</a>}
        title={run.fileName}
        lede={t("read.lede", { rows, sheets: run.reading.sheets.length })}
      />
      {problems.length > 0 ? (
        <Notice tone="stop">
          <ul>
            {problems.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <HowRead {...props} />
      <form class="stack" method="post" action={`${href}/mapping`} novalidate>
        <input type="hidden" name="csrf" value={csrf} />
        {run.reading.sheets.map((sheet, i) => (
          <SheetColumns
            {...props}
            name={sheet.name}
            rows={Math.max(0, sheet.rows - 1)}
            at={i}
            mapping={run.mapping[i]!}
          />
        ))}
        <p class="hint">{t("map.remembered")}</p>
        <HowToGo locale={locale} options={run.options} />
        <div class="form-acts">
          <Button kind="main" name="act" value="check">
            {t("check")}
          </Button>
          <Button kind="quiet" formaction={`${href}/discard`}>
            {t("discard")}
          </Button>
        </div>
      </form>
    </>
  );
}

function HowRead({ locale, href, csrf, run, readable }: MappingProps) {
  const t = say(locale);
  const { encoding, separator } = run.reading;
  if (!readable || encoding === null || separator === null) return null;
  const word = (one: string) => t(`separator.${one === "\t" ? "tab" : one}` as "separator.,");
  return (
    <Sheet title={t("read.how")}>
      <p>{t("read.how.text", { encoding: encoding.toUpperCase(), separator: word(separator) })}</p>
      <form class="form row" method="post" action={`${href}/read-again`}>
        <input type="hidden" name="csrf" value={csrf} />
        <Field
          locale={locale}
          name="encoding"
          label={t("encoding")}
          type="select"
          required
          value={encoding}
          choices={ENCODINGS.map((one) => ({ value: one, label: one.toUpperCase() }))}
        />
        <Field
          locale={locale}
          name="separator"
          label={t("separator")}
          type="select"
          required
          value={separator}
          choices={SEPARATORS.map((one) => ({ value: one, label: word(one) }))}
        />
        <div class="form-acts">
          <Button>{t("read.again")}</Button>
        </div>
      </form>
    </Sheet>
  );
}

interface SheetProps extends MappingProps {
  name: string;
  rows: number;
  at: number;
  mapping: SheetMapping;
}

function SheetColumns({ locale, name, rows, at, mapping, samples, own }: SheetProps) {
  const t = say(locale);
  const sample = samples[at] ?? [];
  const head = sample.find((row) => row.row === mapping.head)?.cells ?? [];
  const below = sample.filter((row) => row.row > mapping.head);
  const targets = targetsOf(mapping.kind, own).map((target) => ({
    value: target,
    label: targetWord(target, own, locale),
  }));
  return (
    <Sheet
      title={sheetName(name, locale)}
      aside={<span>{`${formatNumber(rows, locale)} ${t("col.rows")}`}</span>}
      id={`sheet-${at}`}
    >
      <div class="row">
        <Field
          locale={locale}
          name={`kind.${at}`}
          label={t("sheet.kind")}
          type="select"
          required
          value={mapping.kind}
          choices={SHEET_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <Field
          locale={locale}
          name={`head.${at}`}
          label={t("sheet.head")}
          type="number"
          required
          min={1}
          value={mapping.head}
        />
        <Button name="act" value="show">
          {t("sheet.other")}
        </Button>
      </div>
      {mapping.kind === "none" ? null : (
        <div class="table-wrap">
          <table class="data">
            <caption class="unseen">{sheetName(name, locale)}</caption>
            <thead>
              <tr>
                <th scope="col">{t("column.name")}</th>
                <th scope="col">{t("column.examples")}</th>
                <th scope="col">{t("column.means")}</th>
              </tr>
            </thead>
            <tbody>
              {head.map((_, column) => {
                const label = columnName(column, head, locale);
                const target = mapping.columns[column] ?? "";
                return (
                  <tr>
                    <th scope="row">{label}</th>
                    <td data-label={t("column.examples")}>{examples(below, column)}</td>
                    <td data-label={t("column.means")}>
                      <select name={`c.${at}.${column}`} aria-label={`${label}: ${t("column.means")}`}>
                        <option value="">{t("column.aside")}</option>
                        {targets.map((one) => (
                          <option value={one.value} selected={one.value === target}>
                            {one.label}
                          </option>
                        ))}
                      </select>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  );
}

/** The first few that differ. */
const examples = (rows: readonly StoredRow[], column: number): string =>
  [...new Set(rows.map((row) => row.cells[column] ?? "").filter(Boolean))]
    .slice(0, 3)
    .map((text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text))
    .join(" · ");

function HowToGo({ locale, options }: { locale: Locale; options: Options }) {
  const t = say(locale);
  const levels = (["cluster", "peers", "public"] as const).map((value) => ({
    value,
    label: t(`level.${value}`),
  }));
  const roles = (["core", "associate", "partner", "anchor", "none"] as const).map((value) => ({
    value,
    label: t(`option.role.${value}`),
  }));
  const choice = <N extends "existing" | "onError">(name: N, values: readonly Options[N][]) => (
    <Field
      locale={locale}
      name={name}
      type="radio"
      required
      label={t(`option.${name}`)}
      value={options[name]}
      choices={values.map((value) => ({
        value,
        label: t(`option.${name}.${value}` as "option.existing.add"),
      }))}
    />
  );
  return (
    <Sheet title={t("options.title")}>
      <div class="form">
        {choice("existing", ["update", "add"])}
        {choice("onError", ["skip", "stop"])}
        <Field
          locale={locale}
          name="role"
          type="select"
          required
          label={t("option.role")}
          value={options.role}
          choices={roles}
        />
        <Field
          locale={locale}
          name="factVisibility"
          type="select"
          required
          label={t("option.factVisibility")}
          value={options.factVisibility}
          choices={levels}
        />
        <Field
          locale={locale}
          name="membershipVisibility"
          type="select"
          required
          label={t("option.membershipVisibility")}
          value={options.membershipVisibility}
          choices={levels}
        />
        <Field
          locale={locale}
          name="letters"
          type="checkbox"
          label={t("option.letters")}
          hint={t("option.letters.hint")}
          value={!options.quiet}
        />
      </div>
    </Sheet>
  );
}
