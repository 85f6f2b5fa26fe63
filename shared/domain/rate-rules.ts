import { type ErrorCode, type FieldError, Refusal } from '#contracts/errors.ts';
import { moneyProblem, timesHundredths } from '#contracts/money.ts';
import { MOST_RATES } from '#contracts/positions.ts';
import type { OvertimePolicy } from '#contracts/schemas/overtime.ts';
import type { Rate, ResolvedRate, Uplift } from '#contracts/schemas/rate.ts';

/** A rate as it should be; with an id it takes the place of the one that has it. */
export type WantedRate = Pick<
  Rate,
  | 'positionKey'
  | 'positionName'
  | 'regular'
  | 'overtime'
  | 'currency'
  | 'effectiveFrom'
  | 'effectiveTo'
  | 'note'
> & { id?: Rate['id'] | undefined; version?: number | undefined };

/** What has to be written so that the rates are as they should be. */
export interface RatePlan {
  created: WantedRate[];
  updated: { before: Rate; wanted: WantedRate }[];
  removed: Rate[];
}

/** Where a rate begins: no two of a position begin on one day. */
const placeOf = ({ positionKey, effectiveFrom }: Pick<Rate, 'positionKey' | 'effectiveFrom'>) =>
  `${effectiveFrom} ${positionKey}`;

/** The rate of each position that is valid on a day: the last to begin by then, unless it has ended. */
export function validOn(rates: readonly Rate[], on: string): Rate[] {
  const last = new Map<string, Rate>();
  for (const rate of rates) {
    if (rate.effectiveFrom > on) continue;
    const known = last.get(rate.positionKey);
    if (!known || known.effectiveFrom < rate.effectiveFrom) last.set(rate.positionKey, rate);
  }
  return [...last.values()].filter((rate) => isValid(rate, on));
}

/** Whether the last rate to begin still holds. */
export const isValid = ({ effectiveTo }: Rate, on: string) => effectiveTo === null || effectiveTo >= on;

/**
 * Finds what to write, and refuses what cannot stand, naming each cell by its place in the batch.
 * @throws {Refusal} `invalid_money`, `version_conflict`, `rate_exists`, `validation_failed` for days and overlaps
 */
export function planChanges(
  current: readonly Rate[],
  put: readonly WantedRate[],
  remove: readonly { id: Rate['id']; version: number }[] = [],
  most = MOST_RATES,
): RatePlan {
  refuseIfAny('invalid_money', put.flatMap(badAmounts));
  refuseIfAny(
    'validation_failed',
    put.flatMap(({ effectiveFrom, effectiveTo }, at) =>
      effectiveTo !== null && effectiveTo < effectiveFrom
        ? [cell(at, 'effectiveTo', 'before_start', 'is before the rate begins')]
        : [],
    ),
  );
  const named = [...put, ...remove].flatMap(({ id, version }) => (id ? [{ id, version }] : []));
  const ids = new Set(named.map(({ id }) => id));
  if (ids.size < named.length) {
    refuseIfAny('validation_failed', [{ pointer: '', code: 'twice', message: 'names the same rate twice' }]);
  }
  for (const { id, version } of named) assertFresh(current, id, version);

  const kept = current.filter(({ id }) => !ids.has(id));
  refuseIfAny('rate_exists', clashes(kept, put));
  refuseIfAny('validation_failed', overlaps(kept, put));
  if (kept.length + put.length > most) {
    const message = `would be more than ${most} rates`;
    refuseIfAny('validation_failed', [{ pointer: '/put', code: 'too_many', message }]);
  }
  const places = new Map(current.map((rate) => [placeOf(rate), rate]));
  const taken = new Set([...kept, ...put].map(placeOf));
  return {
    created: put.filter((wanted) => !places.has(placeOf(wanted))),
    updated: put.flatMap((wanted) => {
      const before = places.get(placeOf(wanted));
      return before ? [{ before, wanted }] : [];
    }),
    removed: current.filter((rate) => !taken.has(placeOf(rate))),
  };
}

const cell = (at: number, field: string, code: string, message: string): FieldError => ({
  pointer: `/put/${at}/${field}`,
  code,
  message,
});

function refuseIfAny(code: ErrorCode, errors: FieldError[]): void {
  if (errors.length > 0) throw new Refusal(code, { errors });
}

const moneyWords = {
  not_a_number: 'is not an amount of money',
  negative: 'must not be negative',
  too_many_decimals: 'must be a whole number of the currency’s smallest unit',
  too_large: 'is more than a rate may be',
} as const;

function badAmounts(wanted: WantedRate, at: number): FieldError[] {
  return (['regular', 'overtime'] as const).flatMap((field) => {
    const amount = wanted[field];
    const isAbsent = amount === null && field === 'overtime';
    const problem = isAbsent ? null : moneyProblem(amount ?? Number.NaN);
    return problem ? [cell(at, field, problem, moneyWords[problem])] : [];
  });
}

function assertFresh(current: readonly Rate[], id: Rate['id'], version: number | undefined): void {
  const rate = current.find((one) => one.id === id);
  if (rate?.version === version) return;
  throw new Refusal('version_conflict', {
    detail: rate ? `${rate.updatedBy.label} changed this record.` : 'Somebody removed this rate.',
    extra: {
      id,
      ...(rate && { version: rate.version, changedAt: rate.updatedAt, changedBy: rate.updatedBy.label }),
    },
  });
}

/** Rows that begin on a day on which their position begins a rate already, in the batch or before it. */
function clashes(kept: readonly Rate[], put: readonly WantedRate[]): FieldError[] {
  const places = [...kept.map(placeOf), ...put.map(placeOf)];
  return put.flatMap((wanted, at) =>
    places.filter((place) => place === placeOf(wanted)).length > 1
      ? [
          cell(
            at,
            'effectiveFrom',
            'rate_exists',
            `is a day on which a rate of ${wanted.positionName} begins`,
          ),
        ]
      : [],
  );
}

/** Rows that say to end after the next one has begun: both are named, as far as the batch has them. */
function overlaps(kept: readonly Rate[], put: readonly WantedRate[]): FieldError[] {
  const rows = [...kept.map((rate) => ({ rate, at: -1 })), ...put.map((rate, at) => ({ rate, at }))].sort(
    (a, b) => (placeOf(a.rate) < placeOf(b.rate) ? -1 : 1),
  );
  const byPosition = new Map<string, typeof rows>();
  for (const row of rows) {
    byPosition.set(row.rate.positionKey, [...(byPosition.get(row.rate.positionKey) ?? []), row]);
  }
  return [...byPosition.values()].flatMap((line) =>
    line.flatMap((row, n) => {
      const next = line[n + 1];
      const { effectiveTo, positionName } = row.rate;
      if (!next || effectiveTo === null || effectiveTo < next.rate.effectiveFrom) return [];
      const message = `gives ${positionName} two rates from ${next.rate.effectiveFrom}`;
      return [
        ...(row.at >= 0 ? [cell(row.at, 'effectiveTo', 'overlaps', message)] : []),
        ...(next.at >= 0 ? [cell(next.at, 'effectiveFrom', 'overlaps', message)] : []),
      ];
    }),
  );
}

/** What overtime costs: what the rate says, or what the workspace decided; never silently the regular rate. */
export function overtimeOf(
  { regular, overtime }: Pick<Rate, 'regular' | 'overtime'>,
  policy: OvertimePolicy,
): ResolvedRate['overtime'] {
  if (overtime !== null) return { basis: 'rate', amount: overtime };
  if (policy.kind === 'block') return { basis: 'blocked', amount: null };
  if (policy.kind === 'regular') return { basis: 'regular', amount: regular };
  return { basis: 'multiplier', amount: timesHundredths(regular, policy.hundredths) };
}

/** An amount raised by hundredths of a percent and rounded to the step, by whole numbers only. */
export function raised(
  amount: number,
  { percent, roundTo, rounding }: Pick<Uplift, 'percent' | 'roundTo' | 'rounding'>,
): number {
  const step = 10_000 * roundTo;
  const exact = amount * (10_000 + percent);
  const rest = exact % step;
  const up = rounding === 'up' ? rest > 0 : rounding === 'nearest' && rest * 2 >= step;
  return ((exact - rest) / step + (up ? 1 : 0)) * roundTo;
}
