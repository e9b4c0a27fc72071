/**
 * What a reader of a result has to know before quoting it: a unit left out, an iteration that did not settle, two
 * eigenvalues too close to tell apart. `code` is for programs; `text` is one English sentence.
 */
export type Note = {
  code:
    | "trimmed"
    | "not-converged"
    | "disconnected"
    | "eigengap"
    | "degenerate"
    | "sampled"
    | "missing"
    | "fallback";
  text: string;
  /** The rows, columns or nodes it is about, by position. */
  positions?: readonly number[];
};
