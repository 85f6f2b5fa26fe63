import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { randomOf } from './seed/random.ts';

/** What can happen to a call of a table, a queue or the mail service. */
const kinds = [
  /** Nothing: the call is only counted. */
  'pass',
  /** 400 ProvisionedThroughputExceededException. */
  'throttle',
  /** 500 InternalServerError. */
  'server_error',
  /** A transaction is cancelled because another one held an item; the emulator never says so by itself. */
  'conflict',
  /** The connection breaks before the call arrives. */
  'drop',
  /** The call is carried out, and the connection breaks before the answer. */
  'reset',
  /** The call arrives late. */
  'delay',
  /** The function dies before the call arrives, or after it was carried out. */
  'crash_before',
  'crash_after',
] as const;

const rule = z.strictObject({
  kind: z.enum(kinds),
  /** Only calls of this function, of this operation (`TransactWriteItems`), whose body has this text. */
  function: z.string().optional(),
  operation: z.string().optional(),
  about: z.string().optional(),
  /** Lets so many calls pass first. */
  after: z.number().int().min(0).default(0),
  /** Strikes at most so often. */
  count: z.number().int().positive().optional(),
  probability: z.number().min(0).max(1).default(1),
  delayMs: z.number().int().positive().max(600_000).default(60_000),
});

/** A list of rules, the first that strikes counts; the seed decides what chance decides. */
export const faultScript = z.strictObject({ seed: z.number().int().default(1), rules: z.array(rule).min(1) });

export type FaultRule = z.input<typeof rule>;
type Rule = z.output<typeof rule>;

/** How many calls a rule was about, and how many it struck. */
export interface Tally {
  matched: number;
  struck: number;
}

export interface Call {
  /** Null for seeds and tests. */
  functionName: string | null;
  operation: string;
  body: Buffer;
}

class Script {
  readonly tallies: Tally[];
  private readonly rules: readonly Rule[];
  private readonly random: () => number;

  constructor({ seed, rules }: z.output<typeof faultScript>) {
    this.rules = rules;
    this.tallies = rules.map(() => ({ matched: 0, struck: 0 }));
    this.random = randomOf(seed);
  }

  strike(call: Call): Rule | null {
    for (const [at, rule] of this.rules.entries()) {
      const tally = this.tallies[at];
      if (!tally || !concerns(rule, call)) continue;
      tally.matched += 1;
      const spent = rule.count !== undefined && tally.struck >= rule.count;
      if (spent || tally.matched <= rule.after || this.random() >= rule.probability) continue;
      tally.struck += 1;
      if (rule.kind !== 'pass') return rule;
    }
    return null;
  }
}

const concerns = (rule: Rule, { functionName, operation, body }: Call): boolean =>
  (rule.function === undefined || rule.function === functionName) &&
  (rule.operation === undefined || rule.operation === operation) &&
  (rule.about === undefined || body.includes(rule.about));

export interface Faults {
  /** Puts a script in force and gives its id. */
  add(script: z.output<typeof faultScript>): string;
  tallies(id: string): readonly Tally[] | null;
  /** Takes a script out of force and says what it did. */
  lift(id: string): readonly Tally[] | null;
  strike(call: Call): Rule | null;
}

/** The scripts in force; none until a test adds one. Several tests have theirs side by side. */
export function openFaults(): Faults {
  const scripts = new Map<string, Script>();
  let made = 0;
  const tallies = (id: string) => scripts.get(id)?.tallies ?? null;
  return {
    add(script) {
      const id = String(++made);
      scripts.set(id, new Script(script));
      return id;
    },
    tallies,
    lift(id) {
      const last = tallies(id);
      scripts.delete(id);
      return last;
    },
    strike(call) {
      for (const script of scripts.values()) {
        const struck = script.strike(call);
        if (struck) return struck;
      }
      return null;
    },
  };
}

/** How a proxy carries a call out, with or without its answer, and ends the function that made it. */
export interface Ways {
  pass(): Promise<void>;
  swallow(): Promise<void>;
  crash(): void;
  signal: AbortSignal;
}

/** Lets a fault happen in place of the call. */
export async function suffer(
  { kind, delayMs }: Rule,
  call: Call,
  response: ServerResponse,
  { pass, swallow, crash, signal }: Ways,
): Promise<void> {
  switch (kind) {
    case 'pass':
      return pass();
    case 'throttle':
      return answer(response, 400, { __type: `${v20120810}ProvisionedThroughputExceededException` });
    case 'server_error':
      return answer(response, 500, { __type: `${v20120810}InternalServerError` });
    case 'conflict':
      return answer(response, 400, conflictOf(call));
    case 'drop':
      return void response.destroy();
    case 'reset':
      await swallow();
      return void response.destroy();
    case 'delay':
      // A client that gave up, or a cloud that closes, is waited for no longer.
      await sleep(delayMs, undefined, { signal: AbortSignal.any([signal, gone(response)]) }).catch(() => {});
      return response.destroyed || signal.aborted ? void response.destroy() : pass();
    case 'crash_before':
      crash();
      return void response.destroy();
    case 'crash_after':
      await swallow();
      crash();
      return void response.destroy();
  }
}

const v20120810 = 'com.amazonaws.dynamodb.v20120810#';

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ message: 'A fault was injected.', ...body }));
}

/** A cancelled transaction names a reason for each of its items; a single write is refused as such. */
function conflictOf({ operation, body }: Call): object {
  if (!operation.startsWith('Transact')) return { __type: `${v20120810}TransactionConflictException` };
  const { TransactItems = [] } = JSON.parse(body.toString('utf8')) as { TransactItems?: unknown[] };
  const reasons = TransactItems.map((_, at) => ({ Code: at === 0 ? 'TransactionConflict' : 'None' }));
  return { __type: `${v20120810}TransactionCanceledException`, CancellationReasons: reasons };
}

function gone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
