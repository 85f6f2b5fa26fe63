import type { ClientDefaultsPatch, ClientSettingsPatch } from '#contracts/schemas/client-settings.ts';
import type { RatePut } from '#contracts/schemas/rate.ts';
import type { DemoClient } from './clients.ts';

/** What a demo workspace settles for all its clients. */
export const demoDefaults: ClientDefaultsPatch = {
  taxRate: 1_900,
  reportSections: ['projects', 'work', 'requests', 'compliance'],
};

const settings: Record<string, ClientSettingsPatch> = {
  ACM: {
    terms: { terms: 'net_60', termDays: null },
    poRequired: true,
    reportCadence: 'weekly',
    onInvoiceOverdue: ['email', 'in_app', 'webhook'],
  },
  BHF: { terms: { terms: 'custom', termDays: 14 }, pricing: 'markup' },
};

/** What a demo client settles of its own; most inherit it all. */
export const demoSettings = ({ code }: DemoClient): ClientSettingsPatch | undefined => settings[code];

/** The rate card of a demo workspace. */
export const demoCard: readonly RatePut[] = (
  [
    ['Principal consultant', 19_000, 28_500],
    ['Engineer', 11_000, 16_500],
    ['Designer', 10_500, null],
    ['Project coordinator', 8_500, null],
  ] as const
).map(([position, regular, overtime]) => ({ position, regular, overtime, effectiveFrom: '2026-01-01' }));
