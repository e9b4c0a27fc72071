/** The cluster one is in, for the rules about its team. */
export { keeperSubject as teamOf } from "../data/here.ts";
