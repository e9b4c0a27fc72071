/**
 * A model that turns texts into vectors, where an operator has one. This library brings none and calls none: whoever has a model asks it and
 * puts the answers into {@link Vectors}.
 */
export interface Embedder {
  /** Names model and version: vectors of different models say nothing about each other. */
  readonly id: string;
  readonly dimensions: number;
  /** One vector for each text, in their order. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}
