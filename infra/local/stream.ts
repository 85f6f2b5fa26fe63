import { setTimeout as sleep } from 'node:timers/promises';
import { finished } from './checkpoints.ts';
import { Reading, type ReadingOptions } from './reading.ts';

export interface Stream {
  /** Something may have been written: look now. */
  poke(): void;
  /** Resolves when every consumer is done with everything written before the call. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** New shards appear when an old one closes, which is every few hours. */
const DISCOVERY_MS = 10_000;

/** The event source mapping: every consumer reads every shard, parents before their children. */
export function startStream(options: ReadingOptions): Stream {
  const { consumers, reader, checkpoints, report } = options;
  const names = Object.keys(consumers);
  const stopping = new AbortController();
  const readings = new Map<string, Reading>();
  const running = new Set<Promise<void>>();
  /** Orders looks and questions; a clock could stand still between two of them. */
  let moment = 0;
  const tick = () => ++moment;

  function begin(name: string, shard: { id: string; parent: string | undefined }): void {
    const reading = new Reading(name, shard, options, stopping.signal, tick);
    readings.set(`${name} ${shard.id}`, reading);
    const run = reading.run().finally(() => {
      running.delete(run);
      reading.tell();
      if (reading.ended) discover().catch(() => {});
    });
    running.add(run);
  }

  /** Starts reading the shards that are not read yet and whose parents are done with. */
  async function discover(): Promise<void> {
    if (names.length === 0) return;
    const shards = await reader.shards();
    if (stopping.signal.aborted) return;
    const present = new Set(shards.map(({ id }) => id));
    checkpoints.keepOnly(present);
    for (const name of names) {
      const isFinished = (id: string) => checkpoints.get(name, id) === finished;
      for (const shard of shards) {
        const waits = shard.parent !== undefined && present.has(shard.parent) && !isFinished(shard.parent);
        if (!waits && !isFinished(shard.id) && !readings.has(`${name} ${shard.id}`)) begin(name, shard);
      }
    }
  }

  const active = () => [...readings.values()].filter(({ ended }) => !ended);
  const seen = () => [...readings.values()].reduce((sum, reading) => sum + reading.seen, 0);

  const discovering = (async () => {
    while (!stopping.signal.aborted) {
      await discover().catch((error) => report(`stream: ${error instanceof Error ? error.message : error}`));
      await sleep(DISCOVERY_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    poke() {
      for (const reading of active()) reading.bell.ring();
    },
    /**
     * A write is in the stream by the time it is answered, so a look that began later and found nothing has
     * passed it, and a reading looks again only when all before is done. Rounds go on until one of them saw
     * no record at all, since consumers write too, and until no shard is left that waited for its parent.
     */
    async idle() {
      for (;;) {
        const before = seen();
        await discover();
        const now = tick();
        const round = active();
        await Promise.all(round.map((reading) => reading.caughtUp(now)));
        if (stopping.signal.aborted) return;
        if (seen() === before && round.every(({ ended }) => !ended)) return;
      }
    },
    async close() {
      stopping.abort();
      for (const reading of readings.values()) reading.tell();
      await Promise.all([discovering, ...running]);
    },
  };
}
