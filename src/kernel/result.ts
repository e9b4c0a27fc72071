/** A refusal is part of the domain: a value with a reason that the caller has to look at. Failures are thrown. */
export type Result<T, P extends string> = { ok: true; value: T } | { ok: false; problem: P };

export const ok = <T>(value: T) => ({ ok: true, value }) as const;
export const refuse = <P extends string>(problem: P) => ({ ok: false, problem }) as const;
