import { dayBefore } from '#contracts/days.ts';
import { invalidField, Refusal } from '#contracts/errors.ts';
import { MOST_RATE } from '#contracts/money.ts';
import { MOST_RATE_CHANGES, named } from '#contracts/positions.ts';
import type { Rate, RateCopy, RateOutcome, Uplift } from '#contracts/schemas/rate.ts';
import { planChanges, raised, validOn, type WantedRate } from './rate-rules.ts';
import {
  assertSeen,
  inOrder,
  mostOf,
  positionsIn,
  RATES_MOVED,
  type RateHome,
  termsOf,
  toDiff,
  type Writing,
  write,
} from './rates.ts';
import { whileMoving } from './records.ts';

type Row = RateOutcome['data'][number];

/**
 * Raises whatever is valid on a day, from that day on; what was valid ends the day before. Positions that begin a
 * rate on that very day keep it, so that what was written in parts can be asked for again. Rates agreed for later
 * days stay as they are, unless they are to be raised too.
 * @throws {Refusal} `not_found`, `invalid_money` for amounts beyond what a rate may be, `validation_failed` for more at once than goes together
 */
export async function uplift(
  deps: Writing,
  home: RateHome,
  rule: Uplift,
  preview: boolean,
): Promise<RateOutcome> {
  const [listed] = await Promise.all([positionsIn(deps), assertSeen(deps, home)]);
  return whileMoving(RATES_MOVED, async () => {
    const { head, rates } = await deps.data.rates.all(home);
    const asked = rates.map((rate) => named(rate, listed)).filter(isAmong(rule.positions));
    const begun = new Set(
      asked.filter(({ effectiveFrom }) => effectiveFrom === rule.from).map(({ positionKey }) => positionKey),
    );
    const open = asked.filter(({ positionKey }) => !begun.has(positionKey));
    const later = open.filter(({ effectiveFrom }) => effectiveFrom > rule.from);
    const amounts = (rate: Rate) => ({
      regular: raised(rate.regular, rule),
      overtime: rate.overtime === null ? null : raised(rate.overtime, rule),
    });
    const raises = [
      ...validOn(open, rule.from).map((before) => ({
        before,
        after: {
          ...before,
          ...amounts(before),
          id: undefined,
          version: undefined,
          effectiveFrom: rule.from,
        },
      })),
      ...(rule.later === 'raise' ? later : []).map((before) => ({
        before,
        after: { ...before, ...amounts(before) },
      })),
    ];
    const moving = raises.filter(
      ({ before, after }) => before.regular !== after.regular || before.overtime !== after.overtime,
    );
    const ended = moving
      .filter(({ before, after }) => after.id === undefined && before.effectiveTo !== null)
      .map(({ before }) => ({ ...before, effectiveTo: dayBefore(rule.from) }));
    const told = {
      data: moving.map(({ before, after }) => rowOf(before, after)).sort(byPosition),
      skipped: namesOf([
        ...asked.filter(({ positionKey }) => begun.has(positionKey)),
        ...raises.filter((raise) => !moving.includes(raise)).map(({ before }) => before),
      ]),
      later: rule.later === 'keep' ? namesOf(later) : [],
      foreign: [],
    };
    refuseTooMuch(told.data);
    const wanted = [...moving.map(({ after }) => after), ...ended];
    return carryOut(deps, { home, head, rates }, wanted, told, preview);
  });
}

/**
 * Takes over what is valid on a day at another client or on the card; positions that have a rate that day, or
 * that begin one later, keep what they have, and what is in another currency stays where it is. Notes are about
 * those they were agreed with, and stay there.
 * @throws {Refusal} `not_found`, `validation_failed` for rates that copy themselves, or more at once than goes together
 */
export async function copy(
  deps: Writing,
  home: RateHome,
  { from, effectiveFrom, positions }: RateCopy,
  preview: boolean,
): Promise<RateOutcome> {
  if (from === home) throw invalidField('/from', 'itself', 'is where the rates would be copied to');
  const [source, { currency }, listed] = await Promise.all([
    deps.data.rates.all(from),
    termsOf(deps, home),
    positionsIn(deps),
    assertSeen(deps, from),
  ]);
  return whileMoving(RATES_MOVED, async () => {
    const { head, rates } = await deps.data.rates.all(home);
    const taken = new Set([
      ...validOn(rates, effectiveFrom).map(({ positionKey }) => positionKey),
      ...rates.filter((rate) => rate.effectiveFrom >= effectiveFrom).map(({ positionKey }) => positionKey),
    ]);
    const valid = validOn(source.rates, effectiveFrom)
      .map((rate) => named(rate, listed))
      .filter(isAmong(positions))
      .sort(inOrder);
    const offered = valid.filter((rate) => rate.currency === currency);
    const fresh = offered.filter(({ positionKey }) => !taken.has(positionKey));
    const wanted = fresh.map((rate) => ({
      ...rate,
      id: undefined,
      version: undefined,
      note: null,
      effectiveFrom,
      effectiveTo: null,
    }));
    const told = {
      data: wanted.map((rate) => rowOf(null, rate)),
      skipped: namesOf(offered.filter(({ positionKey }) => taken.has(positionKey))),
      later: [],
      foreign: namesOf(valid.filter((rate) => rate.currency !== currency)),
    };
    return carryOut(deps, { home, head, rates }, wanted, told, preview);
  });
}

const isAmong = (positions: readonly string[] | undefined) => {
  const keys = positions && new Set(positions);
  return ({ positionKey }: Rate) => keys?.has(positionKey) ?? true;
};

const namesOf = (rates: readonly Rate[]) => [...new Set(rates.map(({ positionName }) => positionName))];

interface State {
  home: RateHome;
  head: number;
  rates: readonly Rate[];
}

/** Writes what is wanted, unless it is only asked what that would be. A preview is of whatever there is. */
async function carryOut(
  deps: Writing,
  { home, head, rates }: State,
  wanted: readonly WantedRate[],
  told: Omit<RateOutcome, 'written'>,
  preview: boolean,
): Promise<RateOutcome> {
  if (!preview && told.data.length > MOST_RATE_CHANGES) {
    throw invalidField(
      '/positions',
      'too_many',
      `must name so few that at most ${MOST_RATE_CHANGES} rates change`,
    );
  }
  const most = mostOf(home);
  if (rates.length + wanted.filter(({ id }) => id === undefined).length > most) {
    throw invalidField('', 'too_many', `would be more than ${most} rates`);
  }
  const diff = toDiff(deps, planChanges(rates, wanted, [], most));
  const outcome = { ...told, written: !preview };
  if (!preview) await write(deps, home, head, diff, outcome);
  return outcome;
}

/** Names each position that would cost more than a rate may be. */
function refuseTooMuch(rows: readonly Row[]): void {
  const over = rows.filter(({ after }) => Math.max(after.regular, after.overtime ?? 0) > MOST_RATE);
  if (over.length === 0) return;
  throw new Refusal('invalid_money', {
    errors: over.map(({ positionName }) => ({
      pointer: '/percent',
      code: 'too_large',
      message: `would make ${positionName} more than a rate may be`,
    })),
  });
}

const byPosition = (a: Row, b: Row): number =>
  a.positionName.localeCompare(b.positionName, 'en') || (a.effectiveFrom < b.effectiveFrom ? -1 : 1);

const rowOf = (before: Rate | null, after: WantedRate): Row => ({
  positionKey: after.positionKey,
  positionName: after.positionName,
  currency: after.currency,
  effectiveFrom: after.effectiveFrom,
  before: before && { regular: before.regular, overtime: before.overtime },
  after: { regular: after.regular, overtime: after.overtime },
});
