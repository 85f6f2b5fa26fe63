import { useLingui } from '@lingui/react/macro';
import { parseMoney, timesHundredths, toDecimal } from '#contracts/money.ts';
import type { OvertimePolicy } from '#contracts/schemas/overtime.ts';
import { currencyOf, type Row } from './grid.ts';

/** What overtime of a row costs, also where the workspace's policy says so and not the row. */
export function useOvertimeText({
  currency,
  overtimePolicy,
}: {
  currency: string;
  overtimePolicy: OvertimePolicy;
}) {
  const { t } = useLingui();
  return (row: Row): string => {
    const of = currencyOf(row, currency);
    if (row.cells.overtime !== '') return row.cells.overtime;
    const regular = parseMoney(row.cells.regular, of);
    if (!('amount' in regular)) return '';
    if (overtimePolicy.kind === 'block') return t`Not billed`;
    const hundredths = overtimePolicy.kind === 'multiplier' ? overtimePolicy.hundredths : 100;
    return toDecimal(timesHundredths(regular.amount, hundredths), of);
  };
}
