import type { BuiltInRole } from '#contracts/roles.ts';

/** The password of everybody in the demo. */
export const demoPassword = 'Foyer-demo-1!';

export interface DemoWorkspace {
  name: string;
  slug: string;
  /** The first founds the workspace. */
  people: { name: string; email: string; role: BuiltInRole }[];
}

export const demoWorkspaces: readonly DemoWorkspace[] = [
  {
    name: 'Northwind Studio',
    slug: 'northwind',
    people: [
      { name: 'Mara Lindqvist', email: 'owner@northwind.test', role: 'owner' },
      { name: 'Jonas Weber', email: 'admin@northwind.test', role: 'admin' },
      { name: 'Priya Raman', email: 'manager@northwind.test', role: 'manager' },
      { name: 'Tom Okafor', email: 'basic@northwind.test', role: 'basic' },
      { name: 'Elif Demir', email: 'viewer@northwind.test', role: 'viewer' },
    ],
  },
  {
    name: 'Lumen Advisory',
    slug: 'lumen',
    people: [{ name: 'Ada Castellanos', email: 'owner@lumen.test', role: 'owner' }],
  },
];

/** Who runs the installation of the demo; he belongs to no workspace. */
export const demoOperator = { name: 'Otto Brandt', email: 'operator@foyer.test' } as const;
