export { MatchingError, type MatchingErrorCode } from "./errors.ts";
