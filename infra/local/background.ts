import type { Blueprint } from './blueprint.ts';
import type { Lambda } from './lambda.ts';
import type { Message, Queues } from './queues.ts';
import type { ReadingOptions } from './reading.ts';
import { startSchedules } from './schedules.ts';
import { startStream } from './stream.ts';
import { startWorkers } from './workers.ts';

interface BackgroundOptions extends Omit<ReadingOptions, 'consumers'> {
  blueprint: Blueprint;
  lambda: Lambda;
  queues: Queues;
  ticking: boolean;
}

/** What a queue still has to do, and what it gave up. */
export interface QueueState {
  waiting: readonly Message[];
  dead: readonly Message[];
}

/** Everything that nobody waits for: the consumers of the stream, the workers of the queues, the schedules. */
export function startBackground({ blueprint, queues, ticking, ...options }: BackgroundOptions) {
  const { lambda, report } = options;
  const stream = startStream({ ...options, consumers: blueprint.consumers });
  const workers = startWorkers({ workers: blueprint.workers, queues, lambda, report });
  const schedules = startSchedules({ schedules: blueprint.schedules, lambda, report, ticking });

  return {
    poke: stream.poke,
    runSchedule: schedules.run,
    queue: (name: string): QueueState => ({ waiting: queues.waiting(name), dead: queues.dead(name) }),
    /** Resolves when consumers and workers are done with everything there was before the call, and its effects. */
    async idle() {
      do {
        await stream.idle();
        await workers.idle();
        // What a worker wrote is in the stream now, and a consumer may have sent a message.
        await stream.idle();
      } while (!workers.isIdle());
    },
    async close() {
      schedules.close();
      await Promise.all([stream.close(), workers.close()]);
    },
  };
}
