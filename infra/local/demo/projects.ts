import type { ProjectCreate } from '#contracts/schemas/project.ts';
import type { DemoClient } from './clients.ts';

/** A project of the demo; its members by their place in the list of people. */
export type DemoProject = Pick<ProjectCreate, 'name' | 'description' | 'status'> & {
  members: readonly number[];
  /** Days from now; the past is negative. */
  starts: number;
  ends: number;
};

/** By client code. The last two of Northwind's people see nothing but these clients. */
const projects: Record<string, readonly DemoProject[]> = {
  ACM: [
    {
      name: 'Website relaunch',
      description: 'New site with a parts catalogue; content in English and German.',
      status: 'active',
      members: [0, 3, 4],
      starts: -60,
      ends: 45,
    },
    { name: 'Trade fair stand', status: 'completed', members: [0, 2], starts: -300, ends: -210 },
  ],
  BHF: [{ name: 'Packaging refresh', status: 'planning', members: [1, 3], starts: 14, ends: 120 }],
  CPA: [{ name: 'Competition entry', status: 'on_hold', members: [2, 4], starts: -30, ends: 30 }],
  DLM: [{ name: 'Brand audit', status: 'active', members: [1, 2], starts: -20, ends: 20 }],
};

/** The projects of a demo client; most have none yet. */
export const demoProjects = ({ code }: DemoClient): readonly DemoProject[] => projects[code] ?? [];
