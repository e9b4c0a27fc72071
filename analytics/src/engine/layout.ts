/** Lists begin on a cache line. */
const LINE = 64;

/** Gives out addresses in a memory, one list behind the other; what it ends at is how much memory is needed. */
export class Layout {
  /** Address 0 stays empty. */
  readonly start: number = LINE;
  end: number = LINE;

  /** So many bytes, from the beginning of a cache line. */
  take(bytes: number): number {
    const at = this.end;
    this.end += Math.ceil(bytes / LINE) * LINE;
    return at;
  }
}
