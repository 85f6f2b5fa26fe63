import type { MergeBlock, MergeKind } from '#contracts/merging.ts';
import { MOST_RATES } from '#contracts/positions.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { MOST_BELOW, MOST_LEVELS } from '#contracts/schemas/family.ts';
import type { MergeCollision, MergePreview } from '#contracts/schemas/merge.ts';
import { MOST_MEMBERS } from '#contracts/schemas/project.ts';
import { type Choices, RATES } from './merge-choices.ts';
import { type Side, sharedPositions } from './merge-fields.ts';
import { isSole } from './merge-people.ts';
import type { Holdings } from './merge-store.ts';
import { bareName, nameBeside } from './names.ts';

/** How much of each kind moves. */
export function countMoves(loser: Holdings): { kind: MergeKind; count: number }[] {
  const counts: Record<MergeKind, number> = {
    contact: loser.contacts.length,
    brand: loser.brands.length,
    billing_profile: loser.profiles.length,
    project: loser.projects.length,
    rate: loser.rates.length,
    requirement: loser.requirements.length,
    note: loser.notes,
    follow_up: loser.followUps,
    child: loser.childIds.length,
    portal_access: loser.accesses.length,
  };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ kind: kind as MergeKind, count }));
}

/** What both have, and what becomes of the one that would move. */
export function collisions(survivor: Side, loser: Side, choices: Choices = {}): MergeCollision[] {
  const [one, other] = [survivor.holdings, loser.holdings];
  const told = (
    kind: MergeCollision['kind'],
    name: string,
    outcome: MergeCollision['outcome'],
    becomes: string | null = null,
  ) => ({ kind, name, outcome, becomes });
  const emails = new Set(one.contacts.flatMap((contact) => contact.emails));
  const held = new Set(one.contacts.flatMap(({ flags }) => flags.filter((flag) => isSole(flag))));
  const isAlsoThere = ({ emails: own }: Holdings['contacts'][number]) =>
    own.some((email) => emails.has(email));
  const names = new Set(one.projects.map(({ name }) => bareName(name)));
  const brands = new Set(one.brands.map(({ name }) => bareName(name)));
  const standards = new Set(one.requirements.map(({ standardKey }) => standardKey));
  const people = new Set(one.accesses.map(({ userId }) => userId));
  const taken = (name: string) => names.has(bareName(name));
  return [
    ...other.contacts.filter(isAlsoThere).map(({ name }) => told('contact', name, 'folded')),
    ...other.contacts
      .filter((contact) => !isAlsoThere(contact) && contact.flags.some((flag) => held.has(flag)))
      .map(({ name }) => told('contact', name, 'role_given_up')),
    ...other.brands
      .filter(({ name }) => brands.has(bareName(name)))
      .map(({ name }) => told('brand', name, 'folded')),
    ...other.projects
      .filter(({ name }) => taken(name))
      .map(({ name }) => told('project', name, 'renamed', nameBeside(name, loser.client.name, taken))),
    ...[...new Set(sharedPositions(one, other).map(({ positionName }) => positionName))].map((name) =>
      told('rate', name, choices[RATES] === 'loser' ? 'replaced' : 'kept'),
    ),
    ...other.requirements
      .filter(({ standardKey }) => standards.has(standardKey))
      .map(({ name }) => told('requirement', name, 'kept')),
    ...other.accesses
      .filter(({ userId }) => people.has(userId))
      .map(({ name }) => told('portal_access', name, 'folded')),
    ...(one.hasRouting && other.hasRouting ? [told('routing', '', 'kept')] : []),
  ];
}

/** Where two clients stand among the others. */
export interface Standing {
  /** Ids of the clients above each, the nearest first. */
  above: { survivor: readonly string[]; loser: readonly string[] };
  /** How many levels stand below the loser. */
  levelsBelowLoser: number;
}

/** Writes that one commit takes, less those that do not depend on who is linked. */
const MOST_LINKS_AT_ONCE = 80;

/** Why the two cannot be merged as they are; nothing when they can. */
export function blocks(survivor: Side, loser: Side, standing: Standing): MergePreview['blocks'] {
  const [{ client: one, holdings }, { client: other, holdings: others }] = [survivor, loser];
  const found: [MergeBlock, boolean, string][] = [
    [
      'related',
      standing.above.survivor.includes(other.id) || standing.above.loser.includes(one.id),
      'One of the two stands below the other. Take it out from there first.',
    ],
    ['sample', one.sample !== other.sample, 'Sample data and real clients stay apart.'],
    [
      'unfinished',
      [...holdings.merges, ...others.merges].some(({ state }) => state === 'moving' || state === 'undoing'),
      'An earlier merge of one of the two has not ended yet.',
    ],
    [
      'too_many_links',
      linksOf(one, other, others) > MOST_MEMBERS ||
        2 * other.linkedIds.length + one.linkedIds.length > MOST_LINKS_AT_ONCE,
      `More than ${MOST_MEMBERS} people would be linked to the client through its projects.`,
    ],
    [
      'too_many_rates',
      ownRates(holdings.rates) + ownRates(others.rates) - ownRates(sharedPositions(holdings, others)) >
        MOST_RATES,
      `The client would have more than ${MOST_RATES} rates.`,
    ],
    [
      'too_many_children',
      holdings.childIds.length + others.childIds.length > MOST_BELOW,
      `At most ${MOST_BELOW} clients stand directly below one.`,
    ],
    [
      'too_deep',
      standing.above.survivor.length + 1 + standing.levelsBelowLoser > MOST_LEVELS,
      `At most ${MOST_LEVELS} clients stand below each other.`,
    ],
  ];
  return found.filter(([, isSo]) => isSo).map(([block, , detail]) => ({ block, detail }));
}

const ownRates = (rates: Holdings['rates']) => rates.filter(({ isOwn }) => isOwn).length;

const linksOf = (one: Client, other: Client, { projects }: Holdings) =>
  new Set([...one.linkedIds, ...other.linkedIds, ...projects.flatMap(({ memberIds }) => memberIds)]).size;
