export { LINK_ORIGINS, LINK_TYPES, type LinkOrigin, type LinkType } from "./kinds.ts";
export { linkWords } from "./messages.ts";
export { natureKey } from "./nature-key.ts";
