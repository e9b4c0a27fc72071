/** Long work in the only process there is: every few milliseconds the requests that wait get their turn. */
export function takingTurns(sliceMs = 8): () => Promise<void> | void {
  let since = performance.now();
  return () => {
    if (performance.now() - since < sliceMs) return;
    return new Promise((done) =>
      setImmediate(() => {
        since = performance.now();
        done();
      }),
    );
  };
}
