export { linkWords } from "./messages.ts";
export { natureKey } from "./nature-key.ts";
