import { toDecimal } from '#contracts/money.ts';
import type { Rate } from '#contracts/schemas/rate.ts';
import { csvOf } from '../csv.ts';

/** The rates as a file of comma-separated values, a header of the reader's words first. */
export const toCsv = (head: readonly string[], rates: readonly Rate[]): string =>
  csvOf([
    head,
    ...rates.map((rate) => [
      rate.positionName,
      rate.unit,
      rate.currency,
      toDecimal(rate.regular, rate.currency),
      rate.overtime === null ? '' : toDecimal(rate.overtime, rate.currency),
      rate.effectiveFrom,
      rate.effectiveTo ?? '',
    ]),
  ]);
