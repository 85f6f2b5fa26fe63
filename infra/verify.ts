import { type Invariant, invariants, type Verification, verifyWorkspace } from '#data/verify.ts';
import { runningCloud, workspaceOf } from './local/reach.ts';
import { worldOf } from './local/world.ts';

/** Breaches shown of each invariant; the count says how many more there are. */
const SHOWN = 5;

/** The table that the command prints: an invariant a row, and what broke it. */
export function report({ breaches, ...counted }: Verification, skipped: ReadonlySet<Invariant>): string {
  const rows = (Object.entries(invariants) as [Invariant, string][]).flatMap(([invariant, sentence]) => {
    const own = breaches.filter((breach) => breach.invariant === invariant);
    const outcome = skipped.has(invariant)
      ? 'skipped'
      : own.length === 0
        ? 'holds'
        : `${own.length} breaches`;
    const shown = skipped.has(invariant) ? [] : own.slice(0, SHOWN);
    return [
      `  ${invariant.padEnd(9)}${outcome.padEnd(15)}${sentence}`,
      ...shown.map(({ what }) => `  ${' '.repeat(24)}${what}`),
    ];
  });
  const counts = Object.entries(counted).map(([noun, count]) => `${count} ${noun}`);
  return ['', ...rows, '', `  ${counts.join(', ')}`, ''].join('\n');
}

interface VerifyOrder {
  workspace: string;
  /** Seeded clients have no events, unless asked for: what rests on the stream is left out. */
  withoutTimeline: boolean;
  environment: NodeJS.ProcessEnv;
}

/** Verifies a workspace of the running cloud and prints the outcome. @returns whether every invariant holds */
export async function verifyRunning({
  workspace,
  withoutTimeline,
  environment,
}: VerifyOrder): Promise<boolean> {
  const world = worldOf(runningCloud(environment));
  const workspaceId = await workspaceOf(world, workspace);
  const verification = await verifyWorkspace(world.client, world.tables.main, workspaceId);
  const skipped = new Set<Invariant>(withoutTimeline ? ['INV-2', 'INV-9', 'PAIRS'] : []);
  console.log(report(verification, skipped));
  return verification.breaches.every(({ invariant }) => skipped.has(invariant));
}
