import type { Reason } from "./problems.ts";
import type { Fields } from "./read-rows.ts";

/** A row that cannot be kept, thrown to the one place that counts and reports them. */
export class RowRefused extends Error {
  readonly reason: Reason;
  constructor(reason: Reason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** Trimmed, inner white space folded, cut to what the column holds; null where there is nothing. */
export function text(fields: Fields, name: string, most: number): string | null {
  const value = fields[name];
  if (value === null || value === undefined) return null;
  const clean = String(value).replaceAll("\0", "").replace(/\s+/g, " ").trim();
  return clean === "" ? null : clean.slice(0, most).toWellFormed();
}

/** Like `text`, but paragraphs stay apart. */
export function prose(fields: Fields, name: string, most: number): string | null {
  const value = fields[name];
  if (typeof value !== "string") return null;
  const clean = value.replaceAll("\0", "").replace(/\r\n?/g, "\n").trim();
  return clean === "" ? null : clean.slice(0, most).toWellFormed();
}

export function required(fields: Fields, name: string, most: number): string {
  const value = text(fields, name, most);
  if (value === null) throw new RowRefused("missing", name);
  return value;
}

export const flag = (fields: Fields, name: string): boolean =>
  String(fields[name] ?? "").toLowerCase() === "true";

export function day(fields: Fields, name: string): string | null {
  const value = text(fields, name, 30);
  if (value === null) return null;
  const date = value.slice(0, 10);
  const parsed = new Date(`${date}T00:00:00Z`);
  if (
    !/^\d{4}-\d\d-\d\d($|[T ])/.test(value) ||
    Number.isNaN(parsed.getTime()) ||
    parsed.toISOString().slice(0, 10) !== date
  )
    throw new RowRefused("bad-date", `${name} ${value}`);
  return date;
}

export function number(fields: Fields, name: string): number | null {
  const value = text(fields, name, 40);
  if (value === null) return null;
  const parsed = Number(value);
  if (!Number.isFinite(parsed)) throw new RowRefused("bad-number", `${name} ${value}`);
  return parsed;
}

export function cents(fields: Fields, name: string): number | null {
  const euros = number(fields, name);
  if (euros === null) return null;
  if (euros < 0) throw new RowRefused("negative-money", `${name} ${euros}`);
  return Math.round(euros * 100);
}

/** An address a browser can open, or null. */
export function webAddress(fields: Fields, name: string): string | null {
  const written = text(fields, name, 600)?.replace(/^["'\s]+|["'\s]+$/g, "");
  if (!written || /\s/.test(written)) return null;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const public_ =
    (url.protocol === "http:" || url.protocol === "https:") && /\.[a-z0-9-]{2,}$/i.test(url.hostname);
  return public_ && !url.username && url.href.length <= 500 ? url.href : null;
}

// The Commission writes UK and EL where ISO 3166 has GB and GR.
const ISO: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };

export function country(fields: Fields, name: string): string | null {
  const code = text(fields, name, 10)?.toUpperCase();
  if (!code || !/^[A-Z]{2}$/.test(code)) return null;
  return ISO[code] ?? code;
}

/** A NUTS region, in the Commission's own codes (UKI31, EL301). A bare country code says no more than the country. */
export function nuts(fields: Fields, name: string): string | null {
  const code = text(fields, name, 60)?.toUpperCase();
  return code && /^[A-Z]{2}[A-Z0-9]{1,3}$/.test(code) ? code : null;
}
