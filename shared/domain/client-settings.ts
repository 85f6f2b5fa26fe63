import { type ActorStamp, stamp } from '#contracts/actor.ts';
import { type OwnValues, type SettingValues, settingKeys } from '#contracts/client-settings.ts';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId, ClientSettingsId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type {
  ClientDefaults,
  ClientDefaultsPatch,
  ClientSettings,
  ClientSettingsPatch,
} from '#contracts/schemas/client-settings.ts';
import { type ClientReader, get as getClient } from './clients.ts';
import type { Deps } from './deps.ts';
import { lineOf } from './family.ts';
import { nextVersion, whileMoving } from './records.ts';
import { type Level, resolve, sourceOf } from './setting-levels.ts';
import { sees } from './view-scope.ts';
import type { Workspace, WorkspaceReader } from './workspaces.ts';

/** What the workspace says for all clients that say nothing else. */
export interface KeptDefaults {
  version: number;
  values: OwnValues;
  updatedAt: string;
  updatedBy: ActorStamp;
}

/** What one client says of its own, its currency apart, which stands in its record. */
export interface KeptSettings extends KeptDefaults {
  id: ClientSettingsId;
  clientId: ClientId;
}

/** The next state of a record over the one it was made from; null where there was none. */
export interface Step<T> {
  before: T | null;
  after: T;
}

export interface ClientSettingsReader {
  /** What these clients say of their own; who never did is absent. One read, however many they are. */
  some(clientIds: readonly ClientId[]): Promise<KeptSettings[]>;
  defaults(): Promise<KeptDefaults | null>;
}

export interface ClientSettingsWriter {
  /** Writes together what changed of both. @throws {Refusal} `SETTINGS_MOVED` when one is not at `before` any more */
  change(
    changed: { settings: Step<KeptSettings> | null; client: { before: Client; after: Client } | null },
    answer: ClientSettings,
  ): Promise<void>;
  /** @throws {Refusal} `SETTINGS_MOVED` */
  changeDefaults(defaults: Step<KeptDefaults>, answer: ClientDefaults): Promise<void>;
}

/** How a repository says that what was read is not the newest any more. */
export const SETTINGS_MOVED = 'the settings moved';

type Reading = Deps<{
  clients: ClientReader;
  clientSettings: ClientSettingsReader;
  workspaces: WorkspaceReader;
}>;
type Writing = Deps<Reading['data'] & { clientSettings: ClientSettingsReader & ClientSettingsWriter }>;

/**
 * The settings of a client as they hold, each with its source.
 * @throws {Refusal} `not_found`
 */
export async function get(deps: Reading, clientId: ClientId): Promise<ClientSettings> {
  return answerOf(await stateOf(deps, clientId));
}

/**
 * Settles what the patch names; null goes back to what is inherited.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function update(
  deps: Writing,
  clientId: ClientId,
  { currency, ...patch }: ClientSettingsPatch,
  expected: number,
): Promise<ClientSettings> {
  const [id, now] = [deps.ids.next('client_settings'), deps.clock.now()];
  const first = { id, clientId, version: 0, values: {}, updatedAt: now, updatedBy: stamp(deps.actor) };
  return whileMoving(SETTINGS_MOVED, async () => {
    const state = await stateOf(deps, clientId);
    assertAt(expected, state);
    const { client, kept } = state;
    const before = kept ?? first;
    const settings = nextVersion(deps, before, { ...before, values: settled(before.values, patch) });
    const named = currency === undefined ? client : { ...client, currency };
    const after = { client: nextVersion(deps, client, named), kept: settings.version > 0 ? settings : null };
    const answer = answerOf({ ...state, ...after });
    const changed = {
      settings: settings === before ? null : { before: kept, after: settings },
      client: after.client === client ? null : { before: client, after: after.client },
    };
    if (changed.settings || changed.client) await deps.data.clientSettings.change(changed, answer);
    return answer;
  });
}

/** What holds for every client that says nothing else. */
export async function defaults({ data }: Reading): Promise<ClientDefaults> {
  return defaultsOf(await data.clientSettings.defaults());
}

/** Settles what the patch names for all of them. @throws {Refusal} `version_conflict` */
export async function updateDefaults(
  deps: Writing,
  patch: ClientDefaultsPatch,
  expected: number,
): Promise<ClientDefaults> {
  const { data } = deps;
  const first = { version: 0, values: {}, updatedAt: deps.clock.now(), updatedBy: stamp(deps.actor) };
  return whileMoving(SETTINGS_MOVED, async () => {
    const kept = await data.clientSettings.defaults();
    const before = kept ?? first;
    if (before.version !== expected) throw moved(before.version, before);
    const after = nextVersion(deps, before, { ...before, values: settled(before.values, patch) });
    const answer = defaultsOf(after);
    if (after !== before) await data.clientSettings.changeDefaults({ before: kept, after }, answer);
    return answer;
  });
}

/** What is settled for a client, whoever asks: for jobs, and for records that begin with it. */
export async function settledFor(data: Reading['data'], client: Client): Promise<SettingValues> {
  const { settings } = answerOf(await stateFor(data, client, () => false));
  return Object.fromEntries(settingKeys.map((key) => [key, settings[key].value])) as SettingValues;
}

/**
 * The currency of what is agreed with a client: its own, else that of the nearest parent company that has one,
 * else the workspace's. The same as its settings show, without reading the others.
 */
export async function currencyOf(
  deps: Deps<{ clients: ClientReader }>,
  client: Client,
  workspace: Workspace,
): Promise<string> {
  if (client.currency) return client.currency;
  return currencyIn(await lineOf(deps, client), workspace);
}

/** The same of a client and all above it, itself first, where those were read already. */
export const currencyIn = (line: readonly Client[], workspace: Workspace): string =>
  line.find((one) => !one.deletedAt && one.currency)?.currency ?? workspace.currency;

interface State {
  client: Client;
  kept: KeptSettings | null;
  /** Whom the client inherits from, the nearest last. */
  above: Level[];
}

/** All that the settings of a client follow from; a parent company in the trash says nothing. */
async function stateOf(deps: Reading, clientId: ClientId): Promise<State> {
  const client = await getClient(deps, clientId);
  return stateFor(deps.data, client, (parent) => sees(deps.actor, parent));
}

/** The same, with the names of those parent companies that may be named. */
async function stateFor(
  data: Reading['data'],
  client: Client,
  isNamed: (parent: Client) => boolean,
): Promise<State> {
  const [, ...parents] = await lineOf({ data }, client);
  const live = parents.filter(({ deletedAt }) => !deletedAt).reverse();
  const [kept, byDefault, workspace] = await Promise.all([
    data.clientSettings.some([client.id, ...live.map(({ id }) => id)]),
    data.clientSettings.defaults(),
    data.workspaces.get(),
  ]);
  const settingsOf = ({ id }: Client) => kept.find((one) => one.clientId === id) ?? null;
  const { currency } = workspace;
  return {
    client,
    kept: settingsOf(client),
    above: [
      { source: sourceOf('workspace'), values: { ...byDefault?.values, currency } },
      ...live.map((parent) => ({
        source: sourceOf('parent', isNamed(parent) ? parent : null),
        values: valuesOf(parent, settingsOf(parent)),
      })),
    ],
  };
}

const valuesOf = ({ currency }: Client, kept: KeptSettings | null): OwnValues => ({
  ...kept?.values,
  ...(currency && { currency }),
});

/** Both records only ever go up: their sum is the same only where neither has changed. */
const versionOf = ({ client, kept }: State) => client.version + (kept?.version ?? 0);

const answerOf = (state: State): ClientSettings => ({
  version: versionOf(state),
  settings: resolve([
    ...state.above,
    { source: sourceOf('client'), values: valuesOf(state.client, state.kept) },
  ]),
});

function defaultsOf(kept: KeptDefaults | null): ClientDefaults {
  const { currency: _, ...settings } = resolve([
    { source: sourceOf('workspace'), values: kept?.values ?? {} },
  ]);
  return { version: kept?.version ?? 0, settings };
}

/** With what the patch names, without what it takes back, in the order of the catalogue. */
function settled(values: OwnValues, patch: Omit<ClientSettingsPatch, 'currency'>): OwnValues {
  const merged = { ...values, ...patch };
  const kept = settingKeys.flatMap((key) => {
    const value = key === 'currency' ? undefined : (merged[key] ?? undefined);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(kept);
}

/** @throws {Refusal} `version_conflict` when client or settings are not where the change is based on */
function assertAt(expected: number, state: State): void {
  if (versionOf(state) === expected) return;
  const { client, kept } = state;
  throw moved(versionOf(state), kept && kept.updatedAt > client.updatedAt ? kept : client);
}

/** Somebody else was faster: who, when, and to which version. */
const moved = (version: number, { updatedAt, updatedBy }: Pick<KeptDefaults, 'updatedAt' | 'updatedBy'>) =>
  new Refusal('version_conflict', {
    detail: `${updatedBy.label} changed these settings.`,
    extra: { version, changedAt: updatedAt, changedBy: updatedBy.label },
  });
