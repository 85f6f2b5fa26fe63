import type { TeamRole } from '#contracts/team-roles.ts';
import type { DemoClient } from './clients.ts';

/** Somebody on the team of a demo client, by the place in the list of people. */
interface DemoPlace {
  member: number;
  role: TeamRole;
  /** Days ago. */
  since: number;
}

/** By client code. */
const teams: Record<string, readonly DemoPlace[]> = {
  ACM: [
    { member: 1, role: 'account_manager', since: 200 },
    { member: 3, role: 'delivery', since: 58 },
    { member: 2, role: 'finance', since: 120 },
  ],
  BHF: [
    { member: 2, role: 'lead', since: 90 },
    // Sees nothing of this client, and the page says so.
    { member: 4, role: 'support', since: 10 },
  ],
  DLM: [{ member: 1, role: 'lead', since: 30 }],
};

/** The account team of a demo client; most have none yet. */
export const demoTeam = ({ code }: DemoClient): readonly DemoPlace[] => teams[code] ?? [];
