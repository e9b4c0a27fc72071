export { type Corpus, type CorpusInput, createCorpus, type Gauge } from "./corpus.ts";
export { type Example, type LearnOptions, type Learnt, learn } from "./learn.ts";
export { rankNeeds, rankOffers, similarNeeds } from "./rank-documents.ts";
export { type RankOptions, rankOrganisations } from "./rank-organisations.ts";
export { type Resemblance, resemblanceOf } from "./resemblance.ts";
export { signalValues } from "./signal-values.ts";
export { type Mixes, startMixes, startWeights, type Weights } from "./signals/weights.ts";
export type * from "./types.ts";
export { whoElse } from "./who-else.ts";
