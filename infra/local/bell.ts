import { setTimeout as sleep } from 'node:timers/promises';

/** One that is woken: a wait ends early when somebody rings. */
export class Bell {
  private wake = Promise.withResolvers<void>();
  private rung = false;
  ring(): void {
    this.rung = true;
    this.wake.resolve();
  }
  /** Waits for a ring that was not yet heard, but no longer than told. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.rung) {
      const timer = new AbortController();
      const stop = AbortSignal.any([timer.signal, signal]);
      await Promise.race([this.wake.promise, sleep(ms, undefined, { signal: stop }).catch(() => {})]);
      timer.abort();
    }
    this.rung = false;
    this.wake = Promise.withResolvers();
  }
}
