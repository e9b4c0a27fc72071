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
  const day = /^((?:19|20|21)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(said);
  if (day) return said;
  const german = /^(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20|21)\d\d)$/.exec(said);
  if (german) return `${german[3]}-${german[2]!.padStart(2, "0")}-${german[1]!.padStart(2, "0")}`;
  return null;
}
