import type { ClientId } from '#contracts/ids.ts';
import type { CustomFieldReader } from './custom-fields.ts';
import { type CustomValueReader, FIELDS_MOVED, type ValuesRecord } from './custom-values.ts';
import { type ShownValues, shownValues } from './portal-fields.ts';
import { whileMoving } from './records.ts';

/** Who has values of the workspace's own fields, and what the portal has of them. */
export interface FieldPublisher extends Pick<CustomValueReader, 'get'> {
  /** Clients that have values, in a fixed order: some, after the one that is named. */
  holding(after: ClientId | null): Promise<ClientId[]>;
  /**
   * Writes the copy; version 0 is that of a client without values.
   * @throws {Refusal} `FIELDS_MOVED` when fields or values are no longer at what they were read at
   */
  copy(
    fieldsVersion: number,
    of: Pick<ValuesRecord, 'clientId' | 'version'>,
    values: ShownValues | null,
  ): Promise<void>;
  /** Notes that every copy is what the fields of this version say. */
  done(fieldsVersion: number): Promise<void>;
}

interface Publishing {
  customFields: CustomFieldReader;
  publisher: FieldPublisher;
}

/**
 * Makes the portal's copies what the fields of a version say, client by client. Repeating it does no harm; once
 * the fields have moved on, whoever moved them has sent a job of his own.
 * @returns the client after which to go on, or null when there is nothing left to do
 */
export async function publish(
  { customFields, publisher }: Publishing,
  version: number,
  after: ClientId | null,
  hasTime: () => boolean,
): Promise<ClientId | null> {
  for (let last = after; ; ) {
    if ((await customFields.get()).version !== version) return null;
    const clientIds = await publisher.holding(last);
    for (const clientId of clientIds) await renew({ customFields, publisher }, clientId);
    last = clientIds.at(-1) ?? null;
    if (last === null) break;
    if (!hasTime()) return last;
  }
  await publisher.done(version);
  return null;
}

/** Writes the copy of one client from the fields and values that hold together. */
export const renew = ({ customFields, publisher }: Publishing, clientId: ClientId): Promise<void> =>
  whileMoving(FIELDS_MOVED, async () => {
    const { version, fields } = await customFields.get();
    // Where fields were never defined, nothing was ever copied.
    if (version === 0) return;
    const record = await publisher.get(clientId);
    await publisher.copy(
      version,
      record ?? { clientId, version: 0 },
      shownValues(fields, record?.values ?? {}),
    );
  });
