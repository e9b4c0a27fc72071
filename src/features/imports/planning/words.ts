import type { Context } from "../../../access/context.ts";
import { plainWord, wordFor } from "../../registry/feature.ts";
import type { Entry, FactGiven } from "../rows/entry.ts";

/** Competences by their word of the vocabulary, as the page of a profile finds it; each is looked up once. */
export class Words {
  private readonly known = new Map<string, { value: string; code: string }>();
  private readonly ctx: Context;

  constructor(ctx: Context) {
    this.ctx = ctx;
  }

  async learn(entries: readonly Entry[]): Promise<void> {
    const fresh = new Map<string, string>();
    for (const entry of entries)
      if (entry.kind === "organisations")
        for (const { field, value } of entry.facts)
          if (field === "competences" && !this.known.has(plainWord(value)) && !fresh.has(plainWord(value)))
            fresh.set(plainWord(value), value);
    if (fresh.size === 0) return;
    const about = { actor: this.ctx.actor, clusterId: this.ctx.cluster!.id, today: this.ctx.today() };
    await this.ctx.read(async (db) => {
      for (const [key, value] of fresh) this.known.set(key, (await wordFor(db, about, { value }))!);
    });
  }

  of(fact: FactGiven): FactGiven {
    const word = fact.field === "competences" ? this.known.get(plainWord(fact.value)) : undefined;
    return word ? { ...fact, ...word } : fact;
  }
}
