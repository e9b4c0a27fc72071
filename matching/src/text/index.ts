export type { Embedder } from "./embedder.ts";
export type { Language } from "./language.ts";
export { TextQuery } from "./query.ts";
export type { FeatureRows } from "./rows.ts";
export { TextIndex } from "./text-index.ts";
export type {
  DocumentFilter,
  Explanation,
  FeatureKind,
  FieldOptions,
  Hit,
  ScoreOptions,
  SearchOptions,
  TermContribution,
  TextDocument,
  TextIndexOptions,
  TextInput,
  TextStatistics,
  WordOptions,
} from "./types.ts";
export { Vectors } from "./vectors.ts";
