import { Refusal } from '#contracts/errors.ts';
import type { BrandId, ClientId, ProjectId } from '#contracts/ids.ts';
import { named, positionOf } from '#contracts/positions.ts';
import type { Rate, RateStep, ResolvedRate } from '#contracts/schemas/rate.ts';
import { currencyIn } from './client-settings.ts';
import { get as getClient } from './clients.ts';
import { lineOf } from './family.ts';
import { isValid, overtimeOf } from './rate-rules.ts';
import { findLevel, positionsIn, type Reading } from './rates.ts';
import { sees } from './view-scope.ts';
import { policyOf } from './workspaces.ts';

interface Asked {
  position: string;
  on: string;
  projectId?: ProjectId | undefined;
  brandId?: BrandId | undefined;
}

/** One level, and the last rate of the position that it began. */
export type Rung = Pick<RateStep, 'level' | 'id' | 'name' | 'rate'>;

/**
 * The one rate of a position on a day: the project's and the brand's, as far as they are named, then the client's,
 * its parents' from the nearest up, and the card's. All are read at once, each by one query. A name of a position
 * is as good as its key, and told is the name that the list gives it by now.
 * @throws {Refusal} `not_found`, `rate_not_found`
 */
export async function resolve(
  deps: Reading,
  clientId: ClientId,
  { position, on, projectId, brandId }: Asked,
): Promise<ResolvedRate> {
  const { actor, data } = deps;
  const [client, workspace, listed] = await Promise.all([
    getClient(deps, clientId),
    data.workspaces.get(),
    positionsIn(deps),
  ]);
  const { positionKey: key } = positionOf(position, listed);
  const begun = (levelId: BrandId | ProjectId) => data.rates.lastBegun({ clientId, levelId }, key, on);
  const [ofProject, ofBrand, own, card] = await Promise.all([
    projectId ? begun(projectId) : null,
    brandId ? begun(brandId) : null,
    data.rates.lastBegun(clientId, key, on),
    data.rates.lastBegun('card', key, on),
  ]);
  const [project, brand, line] = await Promise.all([
    projectId ? findLevel(deps, client, projectId) : null,
    brandId ? findLevel(deps, client, brandId) : null,
    lineOf(deps, client),
  ]);
  const parents = line.slice(1).filter(({ deletedAt }) => !deletedAt);
  const theirs = await Promise.all(parents.map(({ id }) => data.rates.lastBegun(id, key, on)));
  const currency = currencyIn(line, workspace);
  const rungs: Rung[] = [
    ...(project ? [{ level: 'project' as const, id: project.id, name: project.name, rate: ofProject }] : []),
    ...(brand ? [{ level: 'brand' as const, id: brand.id, name: brand.name, rate: ofBrand }] : []),
    { level: 'client', id: clientId, name: client.name, rate: own },
    ...parents.map((parent, at): Rung => {
      const rate = theirs[at] ?? null;
      return sees(actor, parent)
        ? { level: 'parent', id: parent.id, name: parent.name, rate }
        : { level: 'parent', id: null, name: null, rate: rate && { ...rate, note: null } };
    }),
    { level: 'card', id: null, name: null, rate: card },
  ];
  const looked = climb(
    rungs.map((rung) => ({ ...rung, rate: rung.rate && named(rung.rate, listed) })),
    currency,
    on,
  );
  const found = looked.find(({ verdict }) => verdict === 'applies');
  if (!found?.rate) throw nobodyHas({ position, on, currency, looked });
  const { level: source, name: sourceName, rate } = found;
  return { source, sourceName, looked, rate, overtime: overtimeOf(rate, policyOf(workspace)) };
}

/**
 * What each level has on a day, in the order given: the first that has a rate gives it. What the client and its
 * own levels agreed on holds in whatever currency; what others have, only in that of the client.
 */
export function climb(rungs: readonly Rung[], currency: string, on: string): RateStep[] {
  let isFound = false;
  return rungs.map((rung) => {
    const rate = rung.rate && isValid(rung.rate, on) ? rung.rate : null;
    const verdict = verdictOf(rung.level, rate, currency, isFound);
    isFound ||= verdict === 'applies';
    return { ...rung, rate, verdict };
  });
}

function verdictOf(
  level: Rung['level'],
  rate: Rate | null,
  currency: string,
  isFound: boolean,
): RateStep['verdict'] {
  if (!rate) return 'none';
  const isInherited = level === 'parent' || level === 'card';
  if (isInherited && rate.currency !== currency) return 'other_currency';
  return isFound ? 'overruled' : 'applies';
}

/** Says what was looked at, and of a rate in another currency, where that is all there is. */
function nobodyHas({
  position,
  on,
  currency,
  looked,
}: {
  position: string;
  on: string;
  currency: string;
  looked: RateStep[];
}): Refusal {
  const foreign = looked.find(({ verdict }) => verdict === 'other_currency');
  const who = foreign?.level === 'card' ? 'The rate card' : (foreign?.name ?? 'A parent company');
  return new Refusal('rate_not_found', {
    detail: foreign?.rate
      ? `${who} has ${foreign.rate.positionName} in ${foreign.rate.currency}, and this client is billed in ${currency}.`
      : `Nobody who was asked has a rate for ${position} on ${on}.`,
    extra: { looked, currency },
  });
}
