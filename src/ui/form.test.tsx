import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Form } from "./form.tsx";
import { problemSentences, zodProblems } from "./zod-problems.ts";

const fields = [
  { name: "name", label: "Name", required: true },
  { name: "email", label: "E-mail", type: "email", hint: "For notices only" },
  { name: "password", label: "Password", type: "password" },
  {
    name: "kind",
    label: "Kind",
    type: "select",
    choices: [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ],
  },
  {
    name: "issues",
    label: "Issues",
    type: "checkboxes",
    choices: [
      { value: "x", label: "X" },
      { value: "y", label: "Y" },
    ],
  },
  { name: "about", label: "About", type: "textarea" },
] as const;

describe("a form that comes back", () => {
  const html = String(
    <Form
      locale="en"
      action="/links"
      csrf="token"
      fields={fields}
      values={{
        name: '"><script>',
        email: "x@",
        password: "secret",
        kind: "b",
        issues: ["y"],
        about: "</textarea>",
      }}
      problems={{ email: "Not an address.", issues: "Choose.", "": "Both sides are the same." }}
    />,
  );

  it("keeps what was typed, as text", () => {
    expect(html).toContain('name="name" required="" type="text" value="&quot;&gt;&lt;script&gt;"');
    expect(html).toContain('<option value="b" selected="">B</option>');
    expect(html).toContain('value="y" checked=""');
    expect(html).toContain("&lt;/textarea&gt;</textarea>");
  });

  it("never sends a password back", () => {
    expect(html).not.toContain("secret");
  });

  it("puts the problem at its field, where it is read with it", () => {
    expect(html).toContain('aria-describedby="field-email-hint field-email-problem" aria-invalid="true"');
    expect(html).toContain('<p class="wrong" id="field-email-problem">Not an address.</p>');
  });

  it("lists its problems first, each with the way to its field", () => {
    expect(html).toContain("3 entries need another look");
    expect(html).toContain('<a href="#field-email">E-mail: Not an address.</a>');
    expect(html).toContain('<a href="#field-issues">Issues: Choose.</a>');
    expect(html).toContain('<fieldset class="field" id="field-issues"');
    expect(html).toContain("<li>Both sides are the same.</li>");
    expect(html.indexOf('id="problems"')).toBeLessThan(html.indexOf("<label"));
  });

  it("carries the token, unless it only asks", () => {
    expect(html).toContain('<input type="hidden" name="csrf" value="token"/>');
    expect(String(<Form locale="en" action="/" method="get" csrf="token" />)).not.toContain("token");
  });

  it("has every id once", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("what zod refuses, in sentences", () => {
  const problemsOf = (schema: z.ZodType, value: unknown) => {
    const result = schema.safeParse(value);
    return result.success ? {} : problemSentences(zodProblems(result.error), "de");
  };

  it.each([
    [z.string(), undefined, "Bitte ausfüllen."],
    [z.string().min(1), "", "Bitte ausfüllen."],
    [z.string().min(12), "kurz", "Bitte mindestens 12 Zeichen."],
    [z.string().max(3), "lang", "Bitte höchstens 3 Zeichen."],
    [z.email(), "x@", "Das ist noch keine E-Mail-Adresse: Es braucht Name, @ und Ort."],
    [z.url(), "x", "Eine Webadresse beginnt mit https://."],
    [z.iso.date(), "2024-02-31", "Bitte ein Datum eingeben, das es gibt."],
    [z.number(), "x", "Bitte eine Zahl eingeben."],
    [z.coerce.number(), "x", "Bitte eine Zahl eingeben."],
    [z.number().min(3), 1, "Der kleinste Wert ist 3."],
    [z.number().max(1000), 1001, "Der größte Wert ist 1.000."],
    [z.array(z.string()).min(2), ["a"], "Bitte mindestens 2 auswählen."],
    [z.enum(["a"]), "b", "Bitte eine der Möglichkeiten wählen."],
    [z.uuid(), "b", "Das hat nicht die erwartete Form."],
  ])("%#", (schema, value, sentence) => {
    expect(problemsOf(z.object({ field: schema }), { field: value })).toEqual({ field: sentence });
  });

  it("lets a feature's own key through to its own words", () => {
    const period = z.object({ from: z.string(), to: z.string() }).refine((p) => p.from < p.to, {
      path: ["to"],
      error: "ends-before-it-starts",
    });
    const result = period.safeParse({ from: "2", to: "1" });
    const problems = zodProblems(result.error!);
    expect(problems).toEqual({ to: { key: "ends-before-it-starts", values: {} } });
    expect(problemSentences(problems, "en", (key) => `own ${key}`)).toEqual({
      to: "own ends-before-it-starts",
    });
  });

  it("names unknown fields and nested ones", () => {
    const schema = z.strictObject({ period: z.object({ to: z.string().min(1) }) });
    expect(problemsOf(schema, { period: { to: "" }, x: 1 })).toEqual({
      "period.to": "Bitte ausfüllen.",
      "": "Dieses Feld gibt es im Formular nicht: x",
    });
  });
});
