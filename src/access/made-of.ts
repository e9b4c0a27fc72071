import type { Feature } from "./feature.ts";

/** One name plate for a feature of several parts. Earlier parts are asked first, where two addresses could answer. */
export function madeOf(name: string, parts: readonly Partial<Feature>[]): Feature {
  const together = <K extends "messages" | "jobs" | "recurring" | "acts" | "topics">(key: K) =>
    Object.assign({}, ...parts.map((part) => part[key] ?? {})) as NonNullable<Feature[K]>;
  return {
    name,
    routes: parts.flatMap((part) => part.routes ?? []),
    messages: together("messages"),
    jobs: together("jobs"),
    slow: parts.flatMap((part) => part.slow ?? []),
    recurring: together("recurring"),
    acts: together("acts"),
    topics: together("topics"),
    nav: (ctx) => parts.flatMap((part) => part.nav?.(ctx) ?? []),
  };
}
