import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A message of a queue, as it is kept. */
export interface Message {
  id: string;
  body: string;
  sentAt: number;
  /** How often it was given out. */
  receives: number;
  /** When it can be given out (again), in milliseconds. */
  visibleAt: number;
}

export interface Queues {
  send(queue: string, body: string, delaySeconds?: number): Message;
  /** Gives out what is visible, oldest first; what was given out too often goes to the dead letters instead. */
  receive(queue: string, rules: { batchSize: number; receives: number; hiddenMs: number }): Message[];
  /** It is done with. */
  remove(queue: string, id: string): void;
  /** It can be given out again after so long. */
  release(queue: string, id: string, afterMs: number): void;
  /** What is not done with yet; dead letters are. */
  waiting(queue: string): readonly Message[];
  dead(queue: string): readonly Message[];
  /** Calls back after every message that was sent. */
  onSend(listener: (queue: string) => void): void;
}

/** The largest message that SQS takes. */
const LARGEST_BODY = 1024 * 1024;

/** What is in a folder, oldest first. */
function load(folder: string): Message[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name): Message => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .sort((a, b) => a.sentAt - b.sentAt);
}

/** One shelf of messages: in memory, and a file for each when there is a folder, replaced as a whole. */
class Shelf {
  readonly messages = new Map<string, Message>();
  private readonly folder: string | null;

  constructor(folder: string | null) {
    this.folder = folder;
    if (folder) for (const message of load(folder)) this.messages.set(message.id, message);
  }

  put(message: Message): Message {
    this.messages.set(message.id, message);
    if (this.folder) {
      const file = join(this.folder, `${message.id}.json`);
      writeFileSync(`${file}.new`, JSON.stringify(message, null, 2));
      renameSync(`${file}.new`, file);
    }
    return message;
  }

  remove(id: string): void {
    if (this.messages.delete(id) && this.folder) rmSync(join(this.folder, `${id}.json`), { force: true });
  }
}

/**
 * The queues of SQS as far as we use them: standard queues with their dead letters, in memory or in a folder.
 * Who was working on a message when the cloud was killed is gone with it, so on the next start all of them can
 * be given out.
 */
export function openQueues(folder: string | null, names: readonly string[]): Queues {
  const place = (...parts: string[]) => (folder === null ? null : join(folder, ...parts));
  const shelves = new Map(
    names.map((name) => [name, { live: new Shelf(place(name)), dead: new Shelf(place(name, 'dead')) }]),
  );
  const listeners: ((queue: string) => void)[] = [];
  const shelvesOf = (queue: string) => {
    const found = shelves.get(queue);
    if (!found) throw new UnknownQueue(queue);
    return found;
  };
  for (const { live } of shelves.values())
    for (const message of live.messages.values()) live.put({ ...message, visibleAt: 0 });

  return {
    send(queue, body, delaySeconds = 0) {
      if (Buffer.byteLength(body) > LARGEST_BODY) throw new Error('The message is larger than SQS takes.');
      const now = Date.now();
      const { live } = shelvesOf(queue);
      const message = { id: randomUUID(), body, sentAt: now, receives: 0 };
      const sent = live.put({ ...message, visibleAt: now + delaySeconds * 1000 });
      for (const listener of listeners) listener(queue);
      return sent;
    },
    receive(queue, { batchSize, receives, hiddenMs }) {
      const { live, dead } = shelvesOf(queue);
      const now = Date.now();
      const given: Message[] = [];
      for (const message of live.messages.values()) {
        if (given.length === batchSize) break;
        if (message.visibleAt > now) continue;
        if (message.receives >= receives) {
          dead.put(message);
          live.remove(message.id);
          continue;
        }
        given.push(live.put({ ...message, receives: message.receives + 1, visibleAt: now + hiddenMs }));
      }
      return given;
    },
    remove: (queue, id) => shelvesOf(queue).live.remove(id),
    release(queue, id, afterMs) {
      const { live } = shelvesOf(queue);
      const message = live.messages.get(id);
      if (message) live.put({ ...message, visibleAt: Date.now() + afterMs });
    },
    waiting: (queue) => [...shelvesOf(queue).live.messages.values()],
    dead: (queue) => [...shelvesOf(queue).dead.messages.values()],
    onSend: (listener) => void listeners.push(listener),
  };
}

class UnknownQueue extends Error {
  override readonly name = 'QueueDoesNotExist';
  constructor(queue: string) {
    super(`The specified queue does not exist: ${queue}.`);
  }
}

export const md5Of = (body: string) => createHash('md5').update(body).digest('hex');

/** The name at the end of a queue's URL. */
export const queueNameIn = (url: unknown): string =>
  typeof url === 'string' ? (url.split('/').at(-1) ?? '') : '';
