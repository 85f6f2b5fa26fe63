import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { type Faults, faultScript } from './faults.ts';

/**
 * What only the local cloud can do, and only for the admin key: faults, tokens of any content, a workspace
 * whose changes the stream passes over, and schedules that run when they are told to. Tests in other processes and seeds reach it; a deployment has nothing
 * of it.
 */
export interface AdminTools {
  faults: Faults;
  /** Signs any claims as a pool would. */
  sign(poolId: string, claims: Record<string, unknown>): Promise<string>;
  jwks(poolId: string): { keys: readonly object[] };
  /** The stream passes over the changes of this workspace, until it is told to hear them again. */
  hush(workspaceId: string): void;
  /** Resolves when everything written before has been passed over. */
  hear(workspaceId: string): Promise<void>;
  /** Runs a schedule as if it were this time. */
  runSchedule(name: string, at?: Date): Promise<void>;
}

const tokenOrder = z.strictObject({ pool: z.string(), claims: z.record(z.string(), z.unknown()) });
const scheduleOrder = z.strictObject({ name: z.string(), at: z.iso.datetime().optional() });
const hushOrder = z.strictObject({ workspaceId: z.string() });

export const isAdminPath = (path: string) => /^\/__(faults|tokens|quiet|schedules)(\/|$)/.test(path);

/** Carries out one request; null when there is no such thing. */
async function carryOut(
  tools: AdminTools,
  method: string,
  noun: string,
  id: string,
  body: unknown,
): Promise<object | null> {
  const { faults } = tools;
  switch (`${method} ${noun}`) {
    case 'POST __faults':
      return { id: faults.add(faultScript.parse(body)) };
    case 'GET __faults':
      return faults.tallies(id);
    case 'DELETE __faults':
      return faults.lift(id);
    case 'POST __tokens': {
      const { pool, claims } = tokenOrder.parse(body);
      return { token: await tools.sign(pool, claims), ...tools.jwks(pool) };
    }
    case 'POST __quiet':
      tools.hush(hushOrder.parse(body).workspaceId);
      return {};
    case 'DELETE __quiet':
      await tools.hear(id);
      return {};
    case 'POST __schedules': {
      const { name, at } = scheduleOrder.parse(body);
      await tools.runSchedule(name, at === undefined ? undefined : new Date(at));
      return {};
    }
    default:
      return null;
  }
}

/** Answers a request to one of the admin paths; whoever asks has shown the admin key. */
export async function answerAdmin(
  tools: AdminTools,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const [, noun = '', id = ''] = (request.url ?? '').split('/');
  const send = (status: number, answer: object) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  };
  try {
    const said = body.length > 0 ? JSON.parse(body.toString('utf8')) : null;
    const answer = await carryOut(tools, request.method ?? '', noun, id, said);
    return answer ? send(200, answer) : send(404, { message: 'Nothing of that name.' });
  } catch (error) {
    send(400, { message: error instanceof Error ? error.message : String(error) });
  }
}
