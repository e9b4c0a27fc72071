import type { Route } from "../../../access/route.ts";
import { answerSchemaOf, propertiesOf, requiredOf, type Schema, schemaOf } from "./schema.ts";

/** One call of the API, told from the route that serves it: nothing is written twice, so nothing can disagree. */
export interface Operation {
  id: string;
  feature: string;
  method: Route["method"];
  /** As in `/api/v1/clusters/{cluster}`. */
  path: string;
  rule: Route["rule"];
  summary: string;
  parameters: readonly Parameter[];
  body: Schema | null;
  answer: Schema | null;
  example: Readonly<Record<string, string>>;
}

export interface Parameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  schema: Schema;
}

/** Also what other protocols ask for under addresses of their own. */
export const isServedApi = (route: Route) => route.door === "api";

export function operationsOf(routes: readonly { feature: string; route: Route }[]): Operation[] {
  return routes
    .filter(({ route }) => isServedApi(route))
    .map(({ feature, route }) => operationOf(feature, route));
}

function operationOf(feature: string, route: Route): Operation {
  return {
    id: operationId(route),
    feature,
    method: route.method,
    path: route.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, "{$1}"),
    rule: route.rule,
    summary: route.summary,
    parameters: [...pathParameters(route), ...queryParameters(route)],
    body: route.body ? schemaOf(route.body) : null,
    answer: route.answer ? answerSchemaOf(route.answer) : null,
    example: route.example ?? {},
  };
}

/** `GET /api/v1/clusters/:cluster/links/:id` is `getClustersClusterLinksId`: method and address are unique, so this is. */
export function operationId({ method, path }: Pick<Route, "method" | "path">): string {
  const words = path
    .replace(/^\/api\/v1/, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  return method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
}

function pathParameters(route: Route): Parameter[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  const known = propertiesOf(route.params ? schemaOf(route.params) : undefined);
  return names.map((name) => ({
    name,
    in: "path",
    required: true,
    schema: known?.[name] ?? { type: "string" },
  }));
}

function queryParameters(route: Route): Parameter[] {
  if (!route.query) return [];
  const schema = schemaOf(route.query);
  const required = requiredOf(schema);
  return Object.entries(propertiesOf(schema) ?? {}).map(([name, inner]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: inner,
  }));
}
