import type { Locale } from "../../../../kernel/locale.ts";
import { type Column, DataTable } from "../../../../ui/index.ts";
import { sayReport } from "../messages.ts";
import type { Difference } from "../rules.ts";
import type { Figure } from "../words.ts";
import { valueText } from "../words-of.ts";

/** Figures that two reckonings tell differently, side by side. */
export function DifferencesTable({
  locale,
  differences,
  was,
  is,
}: {
  locale: Locale;
  differences: readonly Difference[];
  was: string;
  is: string;
}) {
  const say = sayReport(locale);
  const value = (figure: Figure | null, other: Figure | null) => {
    if (!figure) return say("value.none");
    const text = valueText(figure, locale);
    return other && text === valueText(other, locale) ? `${text} (${say("compare.parts")})` : text;
  };
  const columns: Column<Difference>[] = [
    {
      key: "figure",
      label: say("column.figure"),
      value: (difference) => (difference.is ?? difference.was)!.name[locale],
    },
    { key: "was", label: was, align: "end", value: (one) => value(one.was, one.is) },
    { key: "is", label: is, align: "end", value: (one) => value(one.is, one.was) },
  ];
  return <DataTable locale={locale} caption={say("compare.title")} columns={columns} rows={differences} />;
}
