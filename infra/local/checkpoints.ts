import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Kept where a shard has been read to its end. */
export const finished = 'finished';

export interface Checkpoints {
  /** Sequence number after which a consumer goes on in a shard; undefined at its beginning. */
  get(consumer: string, shard: string): string | undefined;
  set(consumer: string, shard: string, position: string): void;
  /** Forgets shards that the stream no longer has. */
  keepOnly(shards: ReadonlySet<string>): void;
}

/** One file for all, replaced as a whole, so that a kill leaves the old one or the new one. */
export function openCheckpoints(file: string | null): Checkpoints {
  const all: Record<string, Record<string, string>> = file && existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {};
  const save = () => {
    if (!file) return;
    writeFileSync(`${file}.new`, JSON.stringify(all, null, 2));
    renameSync(`${file}.new`, file);
  };
  return {
    get: (consumer, shard) => all[consumer]?.[shard],
    set(consumer, shard, position) {
      all[consumer] = { ...all[consumer], [shard]: position };
      save();
    },
    keepOnly(shards) {
      for (const [consumer, positions] of Object.entries(all))
        all[consumer] = Object.fromEntries(Object.entries(positions).filter(([shard]) => shards.has(shard)));
      save();
    },
  };
}
