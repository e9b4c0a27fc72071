import { describe, expect, it } from "vitest";
import { z } from "zod";
import { api, get, json } from "../../../access/route.ts";
import { FEATURES } from "../../../app/features.ts";
import { curlLine } from "./curl.ts";
import { openApi } from "./openapi.ts";
import { operationsOf } from "./operations.ts";
import { shapeOf } from "./shape.ts";

const served = FEATURES.flatMap((feature) =>
  feature.routes.map((route) => ({ feature: feature.name, route })),
);
const facts = { version: "1.2.3", publicUrl: "https://kontor.example", routes: served };

interface Described {
  operationId: string;
  summary: string;
  tags: string[];
  security: Record<string, string[]>[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description?: string; $ref?: string }>;
}
// As a program receives it: what JSON cannot carry would be missing here.
const document = JSON.parse(JSON.stringify(openApi(facts)));
const paths = document.paths as Record<string, Record<string, Described>>;
const calls = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, call]) => ({ path, method, call, name: `${method} ${path}` })),
);

describe("the OpenAPI document", () => {
  it("holds every route that is served under /api, and no other", () => {
    const routes = served.filter(({ route }) => route.door === "api");
    const names = routes.map(
      ({ route }) => `${route.method.toLowerCase()} ${route.path.replaceAll(/:(\w+)/g, "{$1}")}`,
    );
    expect(calls.map(({ name }) => name).sort()).toEqual(names.sort());
    expect(names).toContain("get /api/v1/openapi.json");
  });

  it("says which OpenAPI it is, of what, and where", () => {
    expect(document).toMatchObject({
      openapi: "3.1.0",
      info: { title: "Kontor", version: "1.2.3", license: { identifier: "EUPL-1.2" } },
      servers: [{ url: "https://kontor.example" }],
    });
  });

  it("names each call once", () => {
    const ids = calls.map(({ call }) => call.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/);
  });

  it("declares each name in an address, and no other, as a needed parameter", () => {
    for (const { path, call, name } of calls) {
      const inAddress = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = call.parameters.filter((parameter) => parameter.in === "path");
      expect(
        declared.map((parameter) => parameter.name),
        name,
      ).toEqual(inAddress);
      expect(
        declared.every((parameter) => parameter.required),
        name,
      ).toBe(true);
      const names = call.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(names).size, name).toBe(names.length);
    }
  });

  it("gives every call a summary, a known tag, a success and its refusals as problem+json", () => {
    const tags = document.tags.map((tag: { name: string }) => tag.name);
    for (const { call, name } of calls) {
      expect(call.summary.length, name).toBeGreaterThan(5);
      expect(tags, name).toEqual(expect.arrayContaining(call.tags));
      const statuses = Object.keys(call.responses);
      expect(
        statuses.some((status) => /^2(\d\d|XX)$/.test(status)),
        name,
      ).toBe(true);
      expect(statuses, name).toEqual(expect.arrayContaining(["401", "429", "500"]));
      for (const [status, response] of Object.entries(call.responses)) {
        expect(status).toMatch(/^([1-5]\d\d|[1-5]XX)$/);
        if (response.$ref === undefined) expect(response.description, name).toBeTruthy();
      }
    }
  });

  it("refers only to what it holds", () => {
    const references = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g);
    for (const [, reference] of references) {
      const found = reference!
        .slice(2)
        .split("/")
        .reduce((at, key) => at?.[key], document);
      expect(found, reference).toBeDefined();
    }
  });

  it("holds schemas only, never what a converter could not say", () => {
    for (const { call, name } of calls) {
      for (const parameter of call.parameters) {
        const said = Object.keys(parameter.schema);
        expect(
          said.some((key) => ["type", "enum", "anyOf", "oneOf", "const"].includes(key)),
          `${name} ${parameter.name}`,
        ).toBe(true);
      }
      const body = call.requestBody?.content["application/json"]?.schema as
        | { oneOf?: unknown[]; anyOf?: unknown[] }
        | undefined;
      // Of several shapes each refuses what it does not know.
      for (const shape of body?.oneOf ?? body?.anyOf ?? [body].filter(Boolean))
        expect(shape, name).toMatchObject({ type: "object", additionalProperties: false });
    }
  });

  it("asks for a token where a stranger gets nowhere", () => {
    expect(paths["/api/v1/me"]!.get!.security).toEqual([{ token: [] }]);
    expect(paths["/api/v1/openapi.json"]!.get!.security).toEqual([{}, { token: [] }]);
  });
});

describe("a call told from its route", () => {
  const route = api.post("/api/v1/clusters/:cluster/things", {
    rule: "signed-in",
    summary: "Adds a thing",
    params: z.object({ cluster: z.string() }),
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    body: z.strictObject({ name: z.string(), on: z.iso.date().optional(), kind: z.enum(["a", "b"]) }),
    answer: z.object({ id: z.uuid(), tags: z.array(z.string()), until: z.iso.date().nullable() }),
    example: { cluster: "aviation" },
    handle: () => json({}),
  });
  const [call] = operationsOf([
    { feature: "things", route },
    {
      feature: "things",
      route: get("/things", { rule: "everyone", summary: "A page", handle: () => json({}) }),
    },
  ]);

  it("shows a number read from the address as a number with its bounds and default", () => {
    expect(call!.parameters).toEqual([
      { name: "cluster", in: "path", required: true, schema: { type: "string" } },
      {
        name: "limit",
        in: "query",
        required: false,
        schema: { type: "integer", minimum: 1, maximum: 200, default: 50 },
      },
    ]);
  });

  it("can be tried in a terminal", () => {
    expect(curlLine(call!, "https://kontor.example")).toBe(
      `curl -X POST -H "Authorization: Bearer $KONTOR_TOKEN" -H 'Content-Type: application/json' -d '{"name":"text","kind":"a"}' 'https://kontor.example/api/v1/clusters/aviation/things'`,
    );
  });

  it("is read by people, whatever is served", () => {
    for (const { body, answer } of operationsOf(served))
      for (const schema of [body, answer]) if (schema) expect(shapeOf(schema)).not.toContain("undefined");
    expect(shapeOf(call!.body!)).toBe('{\n  name: text,\n  on?: date,\n  kind: "a" | "b"\n}');
    expect(shapeOf(call!.answer!)).toBe("{\n  id: uuid,\n  tags: [text],\n  until: date | nothing\n}");
  });
});
