import type { Rate } from '#contracts/schemas/rate.ts';
import type { WantedRate } from '#domain/rate-rules.ts';

/** The day so many days after the first of 2026. */
export const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
/** A rate as it should be. */
export const wanted = (over: Partial<WantedRate> = {}): WantedRate => ({
  positionKey: 'engineer',
  positionName: 'Engineer',
  regular: 10_000,
  overtime: null,
  currency: 'EUR',
  effectiveFrom: day(0),
  effectiveTo: null,
  note: null,
  ...over,
});
/** The rate once it is kept. */
export const kept = (rate: WantedRate): Rate => ({
  ...rate,
  id: `rat_${rate.positionKey} ${rate.effectiveFrom}` as Rate['id'],
  version: 1,
  unit: 'hour',
  createdAt: '',
  updatedAt: '',
  updatedBy: { type: 'system', id: 'x', label: 'x' },
});
