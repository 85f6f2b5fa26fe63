import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { own } from '#contracts/own.ts';
import type { CustomField } from '#contracts/schemas/custom-field.ts';
import { comparableOf } from '#domain/custom-value-rules.ts';
import type { ValuesRecord } from '#domain/custom-values.ts';
import { shownFields, shownValues } from '#domain/portal-fields.ts';
import { canonical } from './census-indexes.ts';
import { CustomFields } from './entities/custom-fields.ts';
import { CustomUnique } from './entities/custom-unique.ts';
import { CustomValues } from './entities/custom-values.ts';
import { PortalFields, PortalValues } from './entities/portal-fields.ts';
import { hashOf } from './keys.ts';

type Item = Record<string, unknown>;

/** What a census knows of the fields that a workspace added to its clients. */
export interface CustomCensus {
  customFields: readonly CustomField[];
  /** Copies in portals are being rewritten. */
  publishing: boolean;
  /** The fields that portals show, as their partition says; absent before the first change. */
  portalFields: string | null;
  /** What portals show of clients, by client. */
  portalValues: Map<string, string>;
  customValues: Map<
    string,
    { clientId: ClientId; version: number; tombstone: false; values: ValuesRecord['values'] }
  >;
  /** Clients by `key hash` of the unique value that is held for them. */
  customHolds: Map<string, ClientId>;
}

export const emptyCustom = (): CustomCensus => ({
  customFields: [],
  publishing: false,
  portalFields: null,
  portalValues: new Map(),
  customValues: new Map(),
  customHolds: new Map(),
});

type Taker = (census: CustomCensus & { strays: string[] }, workspaceId: WorkspaceId, Item: Item) => void;

export const customTakers: Record<string, Taker> = {
  customFields(census, _, Item) {
    const { data } = CustomFields.parse({ Item });
    census.customFields = data?.fields ?? [];
    census.publishing = data?.publishing ?? false;
  },
  custom_values(census, _, Item) {
    const { data } = CustomValues.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { clientId, version, values = {} } = data;
    census.customValues.set(data.valuesId, { clientId, version, tombstone: false, values });
  },
  portalFields(census, _, Item) {
    const { data } = PortalFields.parse({ Item });
    census.portalFields = data ? canonical(data.fields) : null;
  },
  portalValues(census, _, Item) {
    const { data } = PortalValues.parse({ Item });
    if (data) census.portalValues.set(data.clientId, canonical(data.values));
  },
  customUnique(census, _, Item) {
    const { data } = CustomUnique.parse({ Item });
    if (data) census.customHolds.set(`${data.key} ${data.hash}`, data.clientId);
  },
};

/** Every unique value is held for the one client that has it. What is held for a client that is gone, is free. */
export function wrongCustomHolds({
  clients,
  customFields,
  customValues,
  customHolds,
}: CustomCensus & {
  clients: ReadonlyMap<string, { destroyed: boolean; mergedInto: ClientId | null }>;
}): string[] {
  const stands = (id: string) => clients.get(id)?.destroyed === false && !clients.get(id)?.mergedInto;
  const due = new Map<string, string[]>();
  for (const { clientId, values } of customValues.values()) {
    if (!stands(clientId)) continue;
    for (const { key, unique } of customFields) {
      const value = unique ? own(values, key) : undefined;
      if (value === undefined) continue;
      const place = `${key} ${hashOf(comparableOf(value))}`;
      due.set(place, [...(due.get(place) ?? []), clientId]);
    }
  }
  return [
    ...[...due]
      .filter(([place, ids]) => ids.length > 1 || customHolds.get(place) !== ids[0])
      .map(([place, ids]) => `${place} is the value of ${ids}, and held for ${customHolds.get(place)}`),
    ...[...customHolds]
      .filter(([place, id]) => stands(id) && !due.has(place))
      .map(([place, id]) => `${place} is held for ${id}, which has it not`),
  ];
}

/** Portals show the fields that are to be shown, and have the values of these and of no other. */
export function wrongPortalFields({
  clients,
  customFields,
  customValues,
  portalFields,
  portalValues,
  publishing,
}: CustomCensus & { clients: ReadonlyMap<string, { destroyed: boolean }> }): string[] {
  const stands = (id: string) => clients.get(id)?.destroyed === false;
  const due = new Map<string, string>();
  for (const { clientId, values } of customValues.values()) {
    const shown = shownValues(customFields, values);
    if (shown && stands(clientId)) due.set(clientId, canonical(shown));
  }
  const told = portalFields ?? canonical([]);
  const copied = [...new Set([...due.keys(), ...portalValues.keys()])].filter(
    (id) => stands(id) || !clients.has(id),
  );
  return [
    ...(told === canonical(shownFields(customFields)) ? [] : ['portals show other fields than they should']),
    ...(publishing
      ? ['copies in portals are being rewritten']
      : copied
          .filter((id) => due.get(id) !== portalValues.get(id))
          .map((id) => `the portal of ${id} has other values of its own fields than it should`)),
  ];
}
