/** What came back from an address that somebody typed. */
export interface OutsideAnswer {
  status: number;
  /** The beginning of the body; the rest is not read. */
  text: string;
  ms: number;
}

/** Why nothing was sent or nothing came back: words for the person who typed the address. */
export type OutsideProblem =
  | "address-bad"
  | "address-inside"
  | "not-found"
  | "timeout"
  | "refused"
  | "failed";

/**
 * The way to addresses from users: webhooks, imports, previews. Only where every address the name resolves to is one of the open
 * internet (or of a range the operator allows), connected to at the very address that was checked; redirects are not followed,
 * time and bytes are capped.
 */
export interface Outside {
  /** Whether an address may be asked at all, before it is kept. */
  check(url: string): Promise<OutsideProblem | null>;
  post(
    url: string,
    body: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ ok: true; value: OutsideAnswer } | { ok: false; problem: OutsideProblem }>;
}
