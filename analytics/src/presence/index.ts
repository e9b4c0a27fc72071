export { type Core, type CoreOptions, trimToCore } from "./core.ts";
export { type PresenceOptions, type PresenceTest, presence } from "./presence.ts";
