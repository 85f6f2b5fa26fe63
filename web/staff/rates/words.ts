import { useLingui } from '@lingui/react/macro';
import { daysBetween } from '#contracts/days.ts';
import type { OvertimePolicy } from '#contracts/schemas/overtime.ts';
import type { Tone } from '#ui/StatusGlyph.tsx';
import { parseDay } from './days.ts';
import type { Field, Row } from './grid.ts';
import type { Problem } from './problems.ts';

/** Days before its end from which on a rate says that it ends. */
const SOON = 30;

/** What the columns are called. */
export function useColumnWords(): Record<Field | 'unit' | 'currency' | 'rule' | 'state', string> {
  const { t } = useLingui();
  return {
    position: t`Position`,
    unit: t`Unit`,
    currency: t`Currency`,
    regular: t`Regular`,
    overtime: t`Overtime`,
    rule: t`OT rule`,
    from: t`Effective from`,
    to: t`Effective to`,
    state: t`State`,
  };
}

/** A problem in a few words, as its row's state tells it. */
export function useProblemWord() {
  const { t } = useLingui();
  const money = {
    not_a_number: t`Not an amount`,
    negative: t`Negative amount`,
    too_many_decimals: t`Too many decimals`,
    too_large: t`Amount too large`,
  };
  return (problem: Problem, numberOf: (key: string) => number | null): string => {
    switch (problem.kind) {
      case 'missing':
        return problem.field === 'position'
          ? t`Position is missing`
          : problem.field === 'regular'
            ? t`Rate is missing`
            : t`First day is missing`;
      case 'overtaken':
        return t`Changed by somebody else too`;
      case 'no_day':
        return t`Not a day`;
      case 'before_start':
        return t`Ends before it begins`;
      case 'money':
        return money[problem.problem];
      case 'clash': {
        const number = numberOf(problem.other);
        return number === null ? t`Begins with another rate` : t`Same day as row ${number}`;
      }
      case 'overlap': {
        const number = numberOf(problem.other);
        return number === null ? t`Overlaps another rate` : t`Overlaps row ${number}`;
      }
    }
  };
}

/** Where a row stands in time. */
export function useStateWord(today: string) {
  const { t } = useLingui();
  return (row: Row, impliedEnd: string | undefined): { tone: Tone; label: string } | null => {
    const [from, own, now] = [parseDay(row.cells.from), parseDay(row.cells.to), today];
    if (row.removed) return { tone: 'idle', label: t`To be removed` };
    if (row.lost) return { tone: 'warn', label: t`Was removed by somebody` };
    if (!from) return null;
    const end = own && impliedEnd ? (own < impliedEnd ? own : impliedEnd) : (own ?? impliedEnd);
    if (end && end < now) return { tone: 'idle', label: t`Ended` };
    if (from > now) return { tone: 'info', label: t`Upcoming` };
    const left = end === undefined ? null : daysBetween(now, end);
    if (left === 0) return { tone: 'ok', label: t`Ends today` };
    if (left === 1) return { tone: 'ok', label: t`Ends tomorrow` };
    return left !== null && left <= SOON
      ? { tone: 'ok', label: t`Ends in ${left} days` }
      : { tone: 'ok', label: t`Current` };
  };
}

/** Whether a row is over by now. */
export function isOver(row: Row, impliedEnd: string | undefined, today: string): boolean {
  const ends = [parseDay(row.cells.to), impliedEnd].filter((day) => day !== null && day !== undefined);
  return row.rate !== null && ends.some((day) => day < today);
}

/** What each policy says. */
export function usePolicyWords(): Record<OvertimePolicy['kind'], string> {
  const { t } = useLingui();
  return {
    block: t`Cannot be billed`,
    multiplier: t`A multiple of the regular rate`,
    regular: t`Costs the regular rate`,
  };
}
