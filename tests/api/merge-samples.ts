import { givenWorkspace, world } from '../support/given.ts';
import { mergingOf, money } from '../support/merging.ts';
import type { Sample } from './access-samples.ts';

/** Calls of the routes of merges, of two clients that have everything a client can have. */
export function mergeSamples(): Record<string, () => Promise<Sample>> {
  const open = async () => {
    const given = await givenWorkspace();
    const merging = mergingOf(given, world);
    const { survivor, loser } = await merging.pair();
    const at = { params: { workspaceId: given.workspaceId, clientId: survivor.id }, token: given.token };
    const done = async () =>
      merging.until(await merging.merge(survivor, loser, { ...money('loser'), code: 'loser' }), 'done');
    return { at, survivor, loser, done };
  };
  const merged = async (): Promise<Sample> => {
    const { at, done } = await open();
    const { id, version } = await done();
    return { ...at, params: { ...at.params, mergeId: id }, ifMatch: version };
  };
  const reading = async (): Promise<Sample> => {
    const { ifMatch: _, ...sample } = await merged();
    return sample;
  };
  return {
    'merges.preview': async () => {
      const { at, loser } = await open();
      return { ...at, query: { loserId: loser.id } };
    },
    'merges.create': async () => {
      const { at, survivor, loser } = await open();
      const versions = { survivor: survivor.version, loser: loser.version };
      return { ...at, body: { loserId: loser.id, versions, choices: { ...money('loser'), code: 'loser' } } };
    },
    'merges.list': reading,
    'merges.get': reading,
    'merges.resume': reading,
    'merges.undo': merged,
  };
}
