import { dayBefore } from '#contracts/days.ts';
import { invalidField, Refusal } from '#contracts/errors.ts';
import type { ClientId } from '#contracts/ids.ts';
import { MOST_RATE_CHANGES } from '#contracts/positions.ts';
import type { Rate, RateCopy, RateOutcome, Uplift } from '#contracts/schemas/rate.ts';
import { planChanges, raised, validOn, type WantedRate } from './rate-rules.ts';
import {
  assertSeen,
  inOrder,
  RATES_MOVED,
  type RateHome,
  termsOf,
  toDiff,
  type Writing,
  write,
} from './rates.ts';
import { whileMoving } from './records.ts';

/**
 * Raises whatever is valid on a day, from that day on; what was valid ends the day before.
 * @throws {Refusal} `not_found`, `rate_exists` where a rate begins on that very day, `invalid_money`
 */
export async function uplift(
  deps: Writing,
  clientId: ClientId,
  rule: Uplift,
  preview: boolean,
): Promise<RateOutcome> {
  await assertSeen(deps, clientId);
  return whileMoving(RATES_MOVED, async () => {
    const { head, rates } = await deps.data.rates.all(clientId);
    const valid = validOn(rates, rule.from);
    const begun = valid.filter(({ effectiveFrom }) => effectiveFrom === rule.from);
    if (begun.length > 0) throw alreadyBegun(begun.map(({ positionName }) => positionName));
    const after = valid.map((rate) => ({
      ...rate,
      id: undefined,
      version: undefined,
      regular: raised(rate.regular, rule),
      overtime: rate.overtime === null ? null : raised(rate.overtime, rule),
      effectiveFrom: rule.from,
    }));
    const ended = valid
      .filter(({ effectiveTo }) => effectiveTo !== null)
      .map((rate) => ({ ...rate, effectiveTo: dayBefore(rule.from) }));
    const data = valid.map((before, at) => rowOf(before, after[at] ?? before));
    return carryOut(
      deps,
      { home: clientId, head, rates },
      [...after, ...ended],
      { data, skipped: [], foreign: [] },
      preview,
    );
  });
}

/**
 * Takes over what is valid on a day at another client or on the card; positions that have a rate that day, or
 * that begin one later, keep what they have, and what is in another currency stays where it is.
 * @throws {Refusal} `not_found`, `validation_failed` for a client that copies itself
 */
export async function copy(
  deps: Writing,
  clientId: ClientId,
  { from, effectiveFrom }: RateCopy,
  preview: boolean,
): Promise<RateOutcome> {
  if (from === clientId) throw invalidField('/from', 'itself', 'is the client itself');
  const [source, { currency }] = await Promise.all([
    deps.data.rates.all(from),
    termsOf(deps, clientId),
    assertSeen(deps, from),
  ]);
  return whileMoving(RATES_MOVED, async () => {
    const { head, rates } = await deps.data.rates.all(clientId);
    const taken = new Set([
      ...validOn(rates, effectiveFrom).map(({ positionKey }) => positionKey),
      ...rates.filter((rate) => rate.effectiveFrom >= effectiveFrom).map(({ positionKey }) => positionKey),
    ]);
    const valid = validOn(source.rates, effectiveFrom).sort(inOrder);
    const offered = valid.filter((rate) => rate.currency === currency);
    const foreign = valid
      .filter((rate) => rate.currency !== currency)
      .map(({ positionName }) => positionName);
    const fresh = offered.filter(({ positionKey }) => !taken.has(positionKey));
    const wanted = fresh.map((rate) => ({
      ...rate,
      id: undefined,
      version: undefined,
      effectiveFrom,
      effectiveTo: null,
    }));
    const skipped = offered
      .filter(({ positionKey }) => taken.has(positionKey))
      .map(({ positionName }) => positionName);
    const data = fresh.map((rate) => rowOf(null, rate));
    return carryOut(deps, { home: clientId, head, rates }, wanted, { data, skipped, foreign }, preview);
  });
}

interface State {
  home: RateHome;
  head: number;
  rates: readonly Rate[];
}

/** Writes what is wanted, unless it is only asked what that would be. */
async function carryOut(
  deps: Writing,
  { home, head, rates }: State,
  wanted: readonly WantedRate[],
  told: Omit<RateOutcome, 'written'>,
  preview: boolean,
): Promise<RateOutcome> {
  if (told.data.length > MOST_RATE_CHANGES) {
    throw invalidField('', 'too_many', `is more than ${MOST_RATE_CHANGES} positions at once`);
  }
  const diff = toDiff(deps, planChanges(rates, wanted));
  const outcome = { ...told, written: !preview };
  if (!preview) await write(deps, home, head, diff, outcome);
  return outcome;
}

const alreadyBegun = (names: readonly string[]) =>
  new Refusal('rate_exists', {
    detail: `A rate begins on that day already: ${names.join(', ')}.`,
    errors: [
      { pointer: '/from', code: 'rate_exists', message: `is a day on which a rate of ${names[0]} begins` },
    ],
  });

const rowOf = (before: Rate | null, after: WantedRate): RateOutcome['data'][number] => ({
  positionKey: after.positionKey,
  positionName: after.positionName,
  currency: after.currency,
  before: before && { regular: before.regular, overtime: before.overtime },
  after: { regular: after.regular, overtime: after.overtime },
});
