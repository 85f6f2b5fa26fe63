import type { StandardCreate } from '#contracts/schemas/standard.ts';
import type { DemoClient } from './clients.ts';

/** Standards that the demo asks of its clients. */
export const demoStandards: readonly StandardCreate[] = [
  {
    key: 'dpa',
    name: 'Data processing agreement',
    description: 'Signed by both sides before any personal data changes hands.',
    evidenceTypes: ['Signed agreement'],
    blocking: 'block',
  },
  {
    key: 'liability_insurance',
    name: 'Liability insurance',
    evidenceTypes: ['Certificate of insurance'],
    validityDays: 365,
    blocking: 'warn',
  },
  {
    key: 'iso_9001',
    name: 'ISO 9001 certificate',
    evidenceTypes: ['Certificate', 'Audit report'],
    validityDays: 1_095,
  },
  {
    key: 'safety_induction',
    name: 'Safety induction',
    validityDays: 365,
    reminders: [30, 7],
    rule: { industries: ['Industrial automation', 'Architecture'] },
  },
  { key: 'soc_2', name: 'SOC 2 report', evidenceTypes: ['Audit report'], validityDays: 365, fourEyes: true },
  {
    key: 'iso_14001',
    name: 'ISO 14001 certificate',
    description: 'How a site handles what it takes from its surroundings, and what it leaves there.',
    evidenceTypes: ['Certificate'],
    validityDays: 1_095,
    rule: { industries: ['Industrial automation', 'Logistics'] },
  },
];

/** What a demo client has to meet: until how many days from now it is met, or by when it is to be. */
interface DemoRequirement {
  standardKey: string;
  metFor?: number | null;
  dueIn?: number;
}

const requirements: Record<string, readonly DemoRequirement[]> = {
  ACM: [
    { standardKey: 'dpa', metFor: null },
    { standardKey: 'liability_insurance', metFor: 12 },
    { standardKey: 'iso_9001', metFor: 400 },
    { standardKey: 'safety_induction', metFor: -6 },
    { standardKey: 'soc_2', dueIn: 45 },
  ],
  BHF: [
    { standardKey: 'dpa', metFor: null },
    { standardKey: 'liability_insurance', dueIn: -3 },
  ],
};

/** The compliance of a demo client; most have nothing to meet. */
export const demoRequirements = ({ code }: DemoClient): readonly DemoRequirement[] =>
  requirements[code] ?? [];
