/** BM25 as one writes it on an afternoon: words split by what is no letter, a map of maps, no stems. What the index is measured against. */
export class NaiveIndex {
  private readonly postings = new Map<string, Map<string, number>>();
  private readonly lengths = new Map<string, number>();
  private total = 0;

  add(id: string, text: string): void {
    const words = split(text);
    for (const word of words) {
      let documents = this.postings.get(word);
      if (!documents) {
        documents = new Map();
        this.postings.set(word, documents);
      }
      documents.set(id, (documents.get(id) ?? 0) + 1);
    }
    this.lengths.set(id, words.length);
    this.total += words.length;
  }

  search(text: string, limit = 10): { id: string; score: number }[] {
    const scores = new Map<string, number>();
    const average = this.total / this.lengths.size;
    for (const word of new Set(split(text))) {
      const documents = this.postings.get(word);
      if (!documents) continue;
      const idf = Math.log(1 + (this.lengths.size - documents.size + 0.5) / (documents.size + 0.5));
      for (const [id, often] of documents) {
        const part = (idf * often * 2.2) / (often + 1.2 * (0.25 + (0.75 * this.lengths.get(id)!) / average));
        scores.set(id, (scores.get(id) ?? 0) + part);
      }
    }
    return [...scores]
      .map(([id, score]) => ({ id, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }
}

const split = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
