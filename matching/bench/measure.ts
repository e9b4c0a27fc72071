/** How long something took: on the clock, and on its processor alone, which says more where others use the machine too. */
export type Taken = { milliseconds: number; processor: number };

/** Runs something so many times and takes the least time: what disturbs only adds to it. */
export function time<T>(times: number, work: () => T): Taken & { result: T } {
  const taken: Taken = { milliseconds: Number.POSITIVE_INFINITY, processor: Number.POSITIVE_INFINITY };
  let result: T | undefined;
  for (let n = 0; n < times; n++) {
    result = undefined;
    const before = process.threadCpuUsage();
    const started = performance.now();
    result = work();
    taken.milliseconds = Math.min(taken.milliseconds, performance.now() - started);
    const { user, system } = process.threadCpuUsage(before);
    taken.processor = Math.min(taken.processor, (user + system) / 1000);
  }
  return { ...taken, result: result! };
}

/** What something takes with one of many inputs: the middle on the clock, the average of processor time, in milliseconds. */
export function timeEach<T>(inputs: readonly T[], work: (input: T) => unknown): Taken {
  const before = process.threadCpuUsage();
  const times = inputs.map((input) => {
    const started = performance.now();
    work(input);
    return performance.now() - started;
  });
  const { user, system } = process.threadCpuUsage(before);
  const milliseconds = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
  return { milliseconds, processor: (user + system) / 1000 / inputs.length };
}
