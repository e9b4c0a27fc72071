/**
 * What was wrong with what a function was given.
 *
 * - `option`: an option has a value that is none of those there are.
 * - `unknown`: a name that nothing here bears; `duplicate`: one that is there already, or twice.
 * - `number`: not a number, not finite, or outside the range that is named; `shape`: lists whose lengths do not fit.
 * - `format`: bytes or text that cannot be read; `version`: bytes of a version this one does not know.
 * - `too-large`: more than the structure can hold.
 * - `conflict`: rules that contradict each other; `solver`: a solver gave no answer.
 */
export type MatchingErrorCode =
  | "option"
  | "unknown"
  | "duplicate"
  | "number"
  | "shape"
  | "format"
  | "version"
  | "too-large"
  | "conflict"
  | "solver";

/**
 * The one error this library throws for bad input. Nothing is half-done when it is thrown.
 *
 * `code` is for programs; `message` says in one English sentence what is wrong, where, and what to do about it.
 */
export class MatchingError extends Error {
  override readonly name = "MatchingError";
  readonly code: MatchingErrorCode;

  constructor(code: MatchingErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
