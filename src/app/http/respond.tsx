import { randomBytes } from "node:crypto";
import type { Child } from "hono/jsx";
import type { Context } from "../../access/context.ts";
import type { Feature } from "../../access/feature.ts";
import { PROBLEMS, type ProblemCode, type Reply, type Route } from "../../access/route.ts";
import { Problem } from "../../ui/index.ts";
import type { House } from "../house.ts";
import { COOKIES, cookieHeader } from "./cookies.ts";
import { PageFrame } from "./page-frame.tsx";
import type { Visitor } from "./visit.ts";

export interface Visit {
  house: House;
  feature: Feature;
  route: Route;
  ctx: Context;
  visitor: Visitor;
  path: string;
  search: URLSearchParams;
  theme: string | undefined;
  notice: string | undefined;
  rememberLanguage: boolean;
}

export async function respond(visit: Visit, reply: Reply): Promise<Response> {
  const headers = new Headers({ vary: "Cookie, Accept-Language, Authorization" });
  const secure = visit.house.settings.publicUrl.startsWith("https:");
  // What a signed-in person sees is theirs: nobody on the way keeps it.
  headers.set("cache-control", visit.visitor.identity ? "private, no-store" : "private, no-cache");
  if (visit.rememberLanguage)
    headers.append("set-cookie", cookieHeader(COOKIES.language, visit.ctx.locale, secure));

  switch (reply.kind) {
    case "page": {
      if (visit.notice) headers.append("set-cookie", cookieHeader(COOKIES.notice, null, secure));
      if (reply.frame.personal) headers.set("cache-control", "private, no-store");
      for (const line of reply.setCookies ?? []) headers.append("set-cookie", line);
      const nonce = randomBytes(16).toString("base64");
      headers.set("content-security-policy", contentPolicy(nonce));
      const document = await PageFrame({ visit, frame: reply.frame, nonce, children: reply.content });
      return html(String(document), reply.status, headers);
    }
    case "json":
      headers.set("content-type", "application/json");
      if (reply.location) headers.set("location", reply.location);
      return new Response(JSON.stringify(reply.body), { status: reply.status, headers });
    case "said":
      headers.set("content-type", reply.type);
      for (const [name, value] of Object.entries(reply.headers ?? {})) headers.set(name, value);
      return new Response(reply.body === "" ? null : reply.body, { status: reply.status, headers });
    case "empty":
      return new Response(null, { status: 204, headers });
    case "redirect":
      headers.set("location", reply.to);
      if (reply.notice)
        headers.append(
          "set-cookie",
          cookieHeader(COOKIES.notice, `${visit.feature.name}:${reply.notice}`, secure, 60),
        );
      for (const [name, value] of Object.entries(reply.cookies ?? {}))
        headers.append("set-cookie", cookieHeader(name, value, secure));
      for (const line of reply.setCookies ?? []) headers.append("set-cookie", line);
      return new Response(null, { status: 303, headers });
    case "file": {
      headers.set("content-type", reply.type);
      headers.set("content-security-policy", "sandbox; default-src 'none'");
      const name = reply.name.replaceAll(/[^\w.-]+/g, "-");
      headers.set(
        "content-disposition",
        `${reply.inline ? "inline" : "attachment"}; filename="${name}"; filename*=UTF-8''${encodeURIComponent(reply.name)}`,
      );
      if (reply.maxAge !== undefined && !visit.visitor.identity)
        headers.set("cache-control", `public, max-age=${reply.maxAge}`);
      return new Response(reply.body as BodyInit, { headers });
    }
    case "problem":
      return problemResponse(visit, headers, reply);
  }
}

async function problemResponse(visit: Visit, headers: Headers, reply: Extract<Reply, { kind: "problem" }>) {
  const status = PROBLEMS[reply.problem];
  if (reply.problem === "unauthenticated") headers.set("www-authenticate", "Bearer");
  if (visit.route.door === "api") {
    headers.set("content-type", "application/problem+json");
    return new Response(problemJson(reply.problem, reply.detail, reply.fields), { status, headers });
  }
  headers.set("content-security-policy", contentPolicy(""));
  const detail = [reply.detail, ...(reply.fields ?? []).map((f) => `${f.field}: ${f.problem}`)]
    .filter(Boolean)
    .join(" ");
  const content: Child = (
    <Problem locale={visit.ctx.locale} status={status}>
      {detail ? <p>{detail}</p> : null}
    </Problem>
  );
  // The frame of a refusal says nothing of the address: what one may not see and what does not exist answer byte for byte alike.
  const nowhere: Visit = {
    ...visit,
    path: "/",
    search: new URLSearchParams(),
    ctx: { ...visit.ctx, cluster: null },
  };
  const document = await PageFrame({
    visit: nowhere,
    frame: { title: String(status), personal: true },
    nonce: "",
    children: content,
    bare: true,
  });
  return html(String(document), status, headers);
}

export function problemJson(
  code: ProblemCode,
  detail?: string,
  fields?: readonly { field: string; problem: string }[],
): string {
  const title = code.charAt(0).toUpperCase() + code.slice(1).replaceAll("-", " ");
  return JSON.stringify({
    type: "about:blank",
    title,
    status: PROBLEMS[code],
    ...(detail ? { detail } : {}),
    ...(fields ? { fields } : {}),
  });
}

function html(document: string, status: number, headers: Headers) {
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(document, { status, headers });
}

export const contentPolicy = (nonce: string) => {
  const by = nonce ? ` 'nonce-${nonce}'` : "";
  return `default-src 'self'; script-src 'self'${by}; style-src 'self'${by}; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
};
