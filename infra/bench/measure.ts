/** Milliseconds. */
export interface Measured {
  p50: number;
  p95: number;
}

/** Runs that warm compilers and connections, and count for nothing. */
const WARMING = 30;

/** Times one thing so many times, one after the other; what is prepared for each run is not timed. */
export async function measure<T>(
  runs: number,
  prepare: () => Promise<T>,
  run: (prepared: T) => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  for (let n = -WARMING; n < runs; n += 1) {
    const prepared = await prepare();
    const began = performance.now();
    await run(prepared);
    if (n >= 0) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
