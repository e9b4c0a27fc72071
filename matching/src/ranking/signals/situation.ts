import type { Corpus } from "../corpus.ts";
import type { NearDocuments } from "../near-documents.ts";
import type { Ask, Visible } from "../types.ts";

/** What every signal is worked out from: who asks for what, what can be seen, which documents are near. */
export type Situation = {
  corpus: Corpus;
  ask: Ask;
  near: NearDocuments;
  /** Position of the asker, or -1. */
  asker: number;
  /** Days since 1970. */
  today: number;
  seesDocument(document: number): boolean;
  seesLink(link: number): boolean;
  seesOrganisation(organisation: number): boolean;
};

export function situationOf(
  corpus: Corpus,
  ask: Ask,
  near: NearDocuments,
  today: number,
  visible: Visible,
): Situation {
  const asker =
    ask.asker === undefined || ask.asker === null ? -1 : (corpus.organisationAt.get(ask.asker) ?? -1);
  return {
    corpus,
    ask,
    near,
    asker,
    today,
    seesDocument: (at) => visible.document?.(corpus.documents[at]!.id) ?? true,
    seesLink: (at) => visible.link?.(corpus.links[at]!.id) ?? true,
    seesOrganisation: (at) => visible.organisation?.(corpus.organisations[at]!.id) ?? true,
  };
}
