/**
 * A period as we write it: 2021, 2021-Q2, 2021-05, 2021-05-31; null where a text is none. Years may carry a letter before them, as
 * the heads of statistical files do.
 */
export function periodOf(text: string): string | null {
  const said = text.trim();
  const year = /^[A-Za-z]{0,4}[ _]?((?:18|19|20|21)\d\d)$/.exec(said);
  if (year) return year[1]!;
  const quarter =
    /^((?:19|20|21)\d\d)[-_ /]?[QqKk]([1-4])$/.exec(said) ??
    /^[Qq]([1-4])[-_ /]((?:19|20|21)\d\d)$/.exec(said);
  if (quarter)
    return quarter[1]!.length === 4 ? `${quarter[1]}-Q${quarter[2]}` : `${quarter[2]}-Q${quarter[1]}`;
  const month = /^((?:19|20|21)\d\d)[-_/M]{1,2}(0[1-9]|1[0-2])$/.exec(said);
  if (month) return `${month[1]}-${month[2]}`;
  return dayOf(said);
}

/** A day as 2021-05-31, where a text is one. */
export function dayOf(text: string): string | null {
  const said = text.trim();
  const written = /^((?:18|19|20|21)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T00:00:00(\.000)?Z?)?$/.exec(
    said,
  );
  const german = /^(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:18|19|20|21)\d\d)$/.exec(said);
  const day = written
    ? said.slice(0, 10)
    : german
      ? `${german[3]}-${german[2]!.padStart(2, "0")}-${german[1]!.padStart(2, "0")}`
      : null;
  if (day === null) return null;
  // The 31st of February is none.
  const date = new Date(`${day}T00:00:00Z`);
  return date.toISOString().slice(0, 10) === day ? day : null;
}
