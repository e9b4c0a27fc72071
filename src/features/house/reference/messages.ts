import type { Messages } from "../../../kernel/messages.ts";
import { ruleMessages } from "./rule-words.ts";

export const referenceMessages = {
  ...ruleMessages,
  "api.title": { en: "API reference", de: "API-Referenz" },
  "api.lede": {
    en: "Whatever a page can do, a program can do: {count, plural, one {one call} other {# calls}}, described from the code that serves them.",
    de: "Was eine Seite kann, kann auch ein Programm: {count, plural, one {ein Aufruf} other {# Aufrufe}}, beschrieben aus dem Code, der sie bedient.",
  },
  "api.document": { en: "OpenAPI 3.1", de: "OpenAPI 3.1" },
  "api.token": { en: "Make a token", de: "Schlüssel erzeugen" },
  "api.basics": { en: "How it speaks", de: "Wie sie spricht" },
  "api.basics.token": {
    en: "Public records need no token. For everything else send one: it acts from the role it was made for.",
    de: "Öffentliches braucht keinen Schlüssel. Für alles andere einen mitschicken: Er handelt aus der Rolle, für die er erzeugt wurde.",
  },
  "api.basics.lists": {
    en: "Lists answer items, total and next; next is the cursor of the following part.",
    de: "Listen antworten mit items, total und next; next ist der Cursor des nächsten Teils.",
  },
  "api.basics.problems": {
    en: "Refusals are problem+json (RFC 9457). What one may not see answers like what does not exist.",
    de: "Absagen sind problem+json (RFC 9457). Was man nicht sehen darf, antwortet wie etwas, das es nicht gibt.",
  },
  "api.basics.strict": {
    en: "Unknown fields are refused. A POST with an Idempotency-Key acts once, however often it is sent.",
    de: "Unbekannte Felder werden abgelehnt. Ein POST mit Idempotency-Key wirkt einmal, so oft er auch kommt.",
  },
  "api.who": { en: "Who may", de: "Wer darf" },
  "api.parameter": { en: "Parameter", de: "Parameter" },
  "api.in": { en: "In", de: "Wo" },
  "api.in.path": { en: "address", de: "Adresse" },
  "api.in.query": { en: "query", de: "Abfrage" },
  "api.form": { en: "Form", de: "Form" },
  "api.needed": { en: "needed", de: "nötig" },
  "api.default": { en: "otherwise {value}", de: "sonst {value}" },
  "api.body": { en: "Send", de: "Senden" },
  "api.answer": { en: "Answer", de: "Antwort" },
  "api.try": { en: "Try it", de: "Ausprobieren" },
} satisfies Messages;
