import { room } from "../core/growing.ts";

/** Features on their way into a space, each with the writing that stands for it. One batch serves many texts. */
export class Batch {
  size = 0;
  features = new Uint32Array(512);
  labels = new Uint32Array(512);

  clear(): void {
    this.size = 0;
  }

  push(feature: number, label: number): void {
    const at = this.size++;
    if (at === this.features.length) {
      this.features = room(this.features, this.size);
      this.labels = room(this.labels, this.features.length);
    }
    this.features[at] = feature;
    this.labels[at] = label;
  }
}
