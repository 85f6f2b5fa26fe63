import { type OwnValues, settingCatalogue, settingKeys } from '#contracts/client-settings.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { ShownSettings, Source } from '#contracts/schemas/client-settings.ts';

/** Somebody who says something of his own; the later ones in a list have the last word. */
export interface Level {
  source: Source;
  values: OwnValues;
}

/** What the last one said who said something, and what would hold if the last of all had said nothing. */
export function resolve(levels: readonly Level[]): ShownSettings {
  const product: Level = {
    source: sourceOf('product'),
    values: Object.fromEntries(settingKeys.map((key) => [key, settingCatalogue[key].default ?? undefined])),
  };
  const all = [...levels].reverse().concat(product);
  const found = (key: keyof OwnValues, among: readonly Level[]) => {
    const level = among.find(({ values }) => values[key] !== undefined) ?? product;
    return { value: level.values[key], source: level.source };
  };
  return Object.fromEntries(
    settingKeys.map((key) => [key, { ...found(key, all), inherited: found(key, all.slice(1)) }]),
  ) as ShownSettings;
}

/** Who said so; a parent company with its name where it may be named. */
export const sourceOf = (
  from: Source['from'],
  client: Pick<Client, 'id' | 'name'> | null = null,
): Source => ({
  from,
  clientId: client?.id ?? null,
  name: client?.name ?? null,
});
