/** Milliseconds. */
export interface Measured {
  p50: number;
  p95: number;
}

/** Runs that warm compilers and connections, and count for nothing. */
const WARMING = 30;

/**
 * Times several things in turn, so many times each: what else the machine does falls on all of them alike, and
 * their ratio can be believed. What is prepared for each run is not timed.
 */
export async function measure(
  runs: number,
  things: readonly { prepare?: () => Promise<unknown>; run: (prepared: unknown) => Promise<unknown> }[],
): Promise<Measured[]> {
  const times: number[][] = things.map(() => []);
  for (let n = -WARMING; n < runs; n += 1) {
    for (const [at, { prepare, run }] of things.entries()) {
      const prepared = await prepare?.();
      const began = performance.now();
      await run(prepared);
      if (n >= 0) times[at]?.push(performance.now() - began);
    }
  }
  return times.map(summary);
}

function summary(times: number[]): Measured {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
