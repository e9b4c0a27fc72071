import { PROBLEMS, type ProblemCode, type Route } from "../../../access/route.ts";
import { speaker } from "../../../kernel/messages.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { ruleMessages, ruleWords } from "./rule-words.ts";

export interface ApiFacts {
  version: string;
  publicUrl: string;
  routes: readonly { feature: string; route: Route }[];
}

/** The OpenAPI 3.1 document of everything served under /api. */
export function openApi({ version, publicUrl, routes }: ApiFacts) {
  const operations = operationsOf(routes);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: described(operation),
    };
  return {
    openapi: "3.1.0",
    info: {
      title: "Kontor",
      version,
      summary: "Innovation clusters: organisations, links, projects and what happens between them.",
      description:
        "Public records need no token. What one may not see answers exactly like what does not exist: 404. Lists answer " +
        "`{ items, total, next }`; `next` is the `cursor` of the following part. Unknown fields are refused. A POST with an " +
        "`Idempotency-Key` acts once, however often it is sent.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(operations.map(({ feature }) => feature))].sort().map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "An API token, made on the page of one's account.",
        },
      },
      schemas: { Problem: PROBLEM },
      responses: Object.fromEntries(
        ANSWERED.map((code) => [
          code,
          {
            description: WORDS[code],
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
          },
        ]),
      ),
    },
  };
}

const ANSWERED = [
  "bad-request",
  "unauthenticated",
  "forbidden",
  "not-found",
  "conflict",
  "too-large",
  "unprocessable",
  "too-many",
  "failure",
] as const;

const WORDS: Record<(typeof ANSWERED)[number], string> = {
  "bad-request": "The address or the text sent cannot be read.",
  unauthenticated: "A token is needed, or the one sent is worth nothing.",
  forbidden: "A browser's session changes nothing here: send a token. Or the request came from another site.",
  "not-found": "Not there, or not for this asker: both answer alike.",
  conflict: "The record changed, or its state does not allow this.",
  "too-large": "More than 1 MB was sent.",
  unprocessable: "A field does not have the form it should have; `fields` says which.",
  "too-many": "Too many requests. `Retry-After` says when to go on.",
  failure: "A fault on this side. It has been logged.",
};

const PROBLEM = {
  type: "object",
  description: "RFC 9457",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    fields: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "problem"],
        properties: { field: { type: "string" }, problem: { type: "string" } },
      },
    },
  },
};

function described(operation: Operation) {
  const { id, feature, rule, summary, parameters, body, method } = operation;
  return {
    operationId: id,
    tags: [feature],
    summary,
    description: ruleWords(speaker(ruleMessages)("en"), rule),
    // Without a token one asks as a stranger, which is enough for what is public.
    security: rule === "signed-in" || method !== "GET" ? [{ token: [] }] : [{}, { token: [] }],
    parameters: [...parameters, ...(method === "POST" ? [IDEMPOTENCY_KEY] : [])],
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: body } } } } : {}),
    responses: { ...success(operation), ...refusals(operation) },
  };
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Sent twice with the same key and body, the request acts once.",
  schema: { type: "string", maxLength: 200 },
};

function success({ method, answer }: Operation) {
  if (!answer)
    return method === "GET" ? { 200: { description: "Done." } } : { "2XX": { description: "Done." } };
  const content = { "application/json": { schema: answer } };
  return method === "GET"
    ? { 200: { description: "Found.", content } }
    : { "2XX": { description: "Done.", content } };
}

function refusals({ method, parameters, body, rule }: Operation) {
  const codes: ProblemCode[] = ["unauthenticated", "too-many", "failure"];
  if (parameters.some((parameter) => parameter.in === "query") || body) codes.push("bad-request");
  if (rule !== "everyone" && rule !== "signed-in") codes.push("not-found");
  if (body) codes.push("unprocessable", "too-large");
  if (method !== "GET") codes.push("conflict", "forbidden");
  return Object.fromEntries(
    codes.map((code) => [PROBLEMS[code], { $ref: `#/components/responses/${code}` }]),
  );
}
