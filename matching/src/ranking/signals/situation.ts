import type { Corpus } from "../corpus.ts";
import { eligibleFor } from "../eligible.ts";
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
  /** Whether no document is hidden from the asker. */
  seesEverything: boolean;
  seesDocument(document: number): boolean;
  seesLink(link: number): boolean;
  seesOrganisation(organisation: number): boolean;
  /** Documents of an organisation that the asker sees. */
  count(organisation: number): number;
  /** Whether an organisation can be proposed. */
  eligible(organisation: number): boolean;
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
  const { start, items } = corpus.documentsOf;
  const seesDocument = remembered(
    corpus.documents.length,
    visible.document && ((at) => visible.document!(corpus.documents[at]!.id)),
  );
  const seesOrganisation = remembered(
    corpus.organisations.length,
    visible.organisation && ((at) => visible.organisation!(corpus.organisations[at]!.id)),
  );
  const count = (organisation: number) => {
    if (!visible.document) return start[organisation + 1]! - start[organisation]!;
    let documents = 0;
    for (let i = start[organisation]!; i < start[organisation + 1]!; i++)
      if (seesDocument(items[i]!)) documents++;
    return documents;
  };
  return {
    corpus,
    ask,
    near,
    asker,
    today,
    seesEverything: !visible.document,
    seesDocument,
    seesLink: (at) => visible.link?.(corpus.links[at]!.id) ?? true,
    seesOrganisation,
    count,
    eligible: remembered(corpus.organisations.length, eligibleFor(corpus, ask, asker, seesOrganisation)),
  };
}

/** Asks a question of each thing at most once: who may see what can be dear to find out. */
function remembered(size: number, question: ((at: number) => boolean) | undefined): (at: number) => boolean {
  if (!question) return () => true;
  const answers = new Uint8Array(size);
  return (at) => {
    if (answers[at] === UNASKED) answers[at] = question(at) ? YES : NO;
    return answers[at] === YES;
  };
}

const [UNASKED, YES, NO] = [0, 1, 2];
