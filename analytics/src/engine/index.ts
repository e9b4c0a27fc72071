export { type Engine, engine, setEngine } from "./kernel.ts";
