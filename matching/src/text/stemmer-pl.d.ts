// The package has no types of its own; this is the part of it that is used here.
declare module "@nlpjs/lang-pl/src/stemmer-pl.js" {
  export default class StemmerPl {
    constructor();
    setCurrent(word: string): void;
    innerStem(): void;
    getCurrent(): string;
  }
}
