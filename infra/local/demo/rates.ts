import type { RatePut } from '#contracts/schemas/rate.ts';
import type { DemoClient } from './clients.ts';

/** A rate of the demo; its first and last day in days from now, the past negative. */
type DemoRate = Pick<RatePut, 'position' | 'regular' | 'overtime'> & { begins: number; ends?: number };

const row = (
  position: string,
  regular: number,
  overtime: number | null,
  begins: number,
  ends?: number,
): DemoRate => ({ position, regular, overtime, begins, ...(ends !== undefined && { ends }) });

const rates: Record<string, readonly DemoRate[]> = {
  ACM: [
    row('Principal consultant', 21_000, 31_500, -325),
    row('Senior engineer', 14_500, 21_750, -690),
    row('Senior engineer', 15_500, 23_250, -325, 8),
    row('Senior engineer', 16_500, 24_750, 9),
    row('Engineer', 12_000, 18_000, -325),
    row('Field technician', 8_800, 14_080, -325),
    row('Project coordinator', 9_500, 14_250, -325),
    row('Workshop leader', 18_000, null, -68),
  ],
  BHF: [row('Designer', 14_000, 21_000, -120), row('Copywriter', 9_000, null, -120)],
};

/** The rates of a demo client; most have none of their own. */
export const demoRates = ({ code }: DemoClient): readonly DemoRate[] => rates[code] ?? [];
