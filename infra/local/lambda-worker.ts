import { parentPort, workerData } from 'node:worker_threads';

/**
 * The inside of a function's execution environment: loads the bundle once and answers invocations. Events and
 * results cross as JSON text, as they do on AWS, so what does not survive JSON does not survive here either.
 */

export interface WorkerData {
  bundle: string;
  name: string;
  arn: string;
  memoryMb: number;
}

export interface Invocation {
  id: number;
  requestId: string;
  event: string;
  deadline: number;
}

export type Outcome = { id: number; result: string } | { id: number; error: string; type: string };

const { bundle, name, arn, memoryMb } = workerData as WorkerData;
const port = parentPort;
if (!port) throw new Error('This file runs as a worker only.');

process.setSourceMapsEnabled(true);

const { handler } = (await import(bundle)) as { handler?: (event: unknown, context: unknown) => unknown };
if (typeof handler !== 'function') throw new Error(`${bundle} exports no handler`);

const contextOf = ({ requestId, deadline }: Invocation) => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: true,
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: arn,
  logGroupName: `/aws/lambda/${name}`,
  logStreamName: 'local',
  memoryLimitInMB: String(memoryMb),
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

async function answer(invocation: Invocation): Promise<Outcome> {
  const { id } = invocation;
  try {
    const result = await handler?.(JSON.parse(invocation.event), contextOf(invocation));
    return { id, result: JSON.stringify(result ?? null) };
  } catch (error) {
    const [type, text] =
      error instanceof Error ? [error.name, error.stack ?? error.message] : ['Error', String(error)];
    return { id, error: text, type };
  }
}

port.on('message', async (invocation: Invocation) => port.postMessage(await answer(invocation)));
port.postMessage('ready');
