import { Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import {
  type ClientSettingsReader,
  type ClientSettingsWriter,
  type KeptSettings,
  SETTINGS_MOVED,
  type Step,
} from '#domain/client-settings.ts';
import type { Write } from '../commit.ts';
import type { Db } from '../db.ts';
import {
  ClientDefaults,
  type ClientSettingsItem,
  ClientSettings as Entity,
} from '../entities/client-settings.ts';
import { transition } from './clients.ts';
import { putOver } from './records.ts';

export function clientSettingsRepository(db: Db): ClientSettingsReader & ClientSettingsWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table, consistent: true };

  return {
    /** The settings of a client and of those above it, in one strongly consistent BatchGet. */
    async some(clientIds) {
      const { data } = await Entity.get(clientIds.map((clientId) => ({ workspaceId, clientId }))).go(at);
      return data.map(fromItem);
    },

    async defaults() {
      const { data } = await ClientDefaults.get({ workspaceId }).go(at);
      return data && said(data);
    },

    async change(changed, answer) {
      await db.commit(
        [
          ...(changed.settings ? [putSettings(db, changed.settings)] : []),
          ...(changed.client ? changeClient(db, changed.client) : []),
        ],
        answer,
      );
    },

    async changeDefaults({ before, after }, answer) {
      const whole = ClientDefaults.put({ ...after, ...sayingOf(after), workspaceId });
      await db.commit([putOver(table, whole, before?.version ?? 0, moved)], answer);
    },
  };
}

const moved = () => new Refusal('version_conflict', { internal: SETTINGS_MOVED });

const putSettings = ({ table, workspaceId }: Db, { before, after }: Step<KeptSettings>): Write =>
  putOver(table, Entity.put(toItem(workspaceId, after)), before?.version ?? 0, moved);

/** The record of the client over the version that was read; what else may refuse it is looked at again, too. */
function changeClient(db: Db, { before, after }: { before: Client; after: Client }): Write[] {
  const [change, ...others] = transition(db, before, after);
  return change ? [{ ...change, refuse: moved }, ...others] : [];
}

const toItem = (workspaceId: WorkspaceId, { id, ...fields }: KeptSettings) => ({
  ...fields,
  ...sayingOf(fields),
  workspaceId,
  settingsId: id,
});

const sayingOf = ({ values }: Pick<KeptSettings, 'values'>) => ({
  values: Object.keys(values).length > 0 ? values : undefined,
});

const said = ({
  version,
  values = {},
  updatedAt,
  updatedBy,
}: Pick<ClientSettingsItem, 'version' | 'values' | 'updatedAt' | 'updatedBy'>) => ({
  version,
  values,
  updatedAt,
  updatedBy,
});

/** Stored to domain. */
export const fromItem = (item: ClientSettingsItem): KeptSettings => ({
  id: item.settingsId,
  clientId: item.clientId,
  ...said(item),
});
