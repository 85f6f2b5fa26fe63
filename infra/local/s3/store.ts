import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of one version of an object. */
export interface Facts {
  key: string;
  versionId: string;
  contentType: string;
  etag: string;
  size: number;
  at: string;
}

export interface Stored extends Facts {
  body: Buffer;
}

export interface Store {
  has(bucket: string): boolean;
  put(bucket: string, key: string, object: { body: Buffer; contentType: string }): Facts;
  /** The latest version, or the one that is asked for. */
  get(bucket: string, key: string, versionId?: string): Stored | null;
  /** Removes all versions. */
  remove(bucket: string, key: string): void;
  /** The latest versions of objects whose keys begin like this, by key. */
  list(bucket: string, prefix: string): Stored[];
}

/** A key may be anything; a folder is named by its hash. */
const folderOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 40);

/**
 * Buckets with versions, in memory or in a folder: two files for each version, the facts last and replaced as
 * a whole, so that a kill leaves an object whole or absent.
 */
export function openStore(folder: string | null, buckets: readonly string[]): Store {
  const objects = new Map(buckets.map((bucket) => [bucket, new Map<string, Facts[]>()]));
  const bodies = new Map<string, Buffer>();
  const place = (bucket: string, key: string) => join(folder ?? '', bucket, folderOf(key));
  const versionsOf = (bucket: string, key: string) => objects.get(bucket)?.get(key) ?? [];

  function bodyOf(bucket: string, { key, versionId }: Facts): Buffer {
    return folder === null
      ? (bodies.get(versionId) ?? Buffer.alloc(0))
      : readFileSync(join(place(bucket, key), `${versionId}.body`));
  }

  function add(bucket: string, facts: Facts): void {
    objects.get(bucket)?.set(facts.key, [...versionsOf(bucket, facts.key), facts]);
  }

  for (const bucket of folder === null ? [] : buckets) {
    const home = join(folder ?? '', bucket);
    mkdirSync(home, { recursive: true });
    const found = readdirSync(home)
      .flatMap((name) => readdirSync(join(home, name)).map((file) => join(home, name, file)))
      .filter((file) => file.endsWith('.json'))
      .map((file): Facts => JSON.parse(readFileSync(file, 'utf8')));
    for (const facts of found.sort((a, b) => (a.at < b.at ? -1 : 1))) add(bucket, facts);
  }

  return {
    has: (bucket) => objects.has(bucket),
    put(bucket, key, { body, contentType }) {
      const versionId = randomUUID();
      const etag = createHash('md5').update(body).digest('hex');
      const facts = { key, versionId, contentType, etag, size: body.length, at: new Date().toISOString() };
      if (folder === null) bodies.set(versionId, body);
      else {
        const file = join(place(bucket, key), versionId);
        mkdirSync(place(bucket, key), { recursive: true });
        writeFileSync(`${file}.body`, body);
        writeFileSync(`${file}.new`, JSON.stringify(facts, null, 2));
        renameSync(`${file}.new`, `${file}.json`);
      }
      add(bucket, facts);
      return facts;
    },
    get(bucket, key, versionId) {
      const versions = versionsOf(bucket, key);
      const facts = versionId ? versions.find((one) => one.versionId === versionId) : versions.at(-1);
      return facts ? { ...facts, body: bodyOf(bucket, facts) } : null;
    },
    remove(bucket, key) {
      for (const { versionId } of versionsOf(bucket, key)) bodies.delete(versionId);
      objects.get(bucket)?.delete(key);
      if (folder !== null && existsSync(place(bucket, key))) rmSync(place(bucket, key), { recursive: true });
    },
    list: (bucket, prefix) =>
      [...(objects.get(bucket) ?? [])]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, versions]) => versions.slice(-1))
        .map((facts) => ({ ...facts, body: bodyOf(bucket, facts) })),
  };
}
