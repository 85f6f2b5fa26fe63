import { own } from '#contracts/own.ts';
import type { CustomField, CustomValue } from '#contracts/schemas/custom-field.ts';
import type { PortalField } from '#contracts/schemas/portal.ts';

/** A field as the portal knows it: what is not shown there has none. */
export interface ShownField extends Pick<CustomField, 'key' | 'label' | 'type'> {
  options: { key: string; label: string }[];
}

/** A value as it is copied to the portal: of a member of the team nothing but the name. */
export type ShownValue = PortalField['value'];

/** What the portal shows of a client, by key. */
export type ShownValues = Record<string, ShownValue>;

const isShown = ({ portalVisible, archived }: CustomField): boolean => portalVisible && !archived;

/** The allow-list of fields, in their order. */
export const shownFields = (fields: readonly CustomField[]): ShownField[] =>
  fields.filter(isShown).map(({ key, label, type, options }) => ({
    key,
    label,
    type,
    options: options.map(({ key: of, label: word }) => ({ key: of, label: word })),
  }));

/** The allow-list of values; null where there is nothing to show. */
export function shownValues(
  fields: readonly CustomField[],
  values: Readonly<Record<string, CustomValue>>,
): ShownValues | null {
  const shown = fields.filter(isShown).flatMap(({ key, type }) => {
    const value = own(values, key);
    return value === undefined ? [] : [[key, bareOf(type, value)] as const];
  });
  return shown.length > 0 ? Object.fromEntries(shown) : null;
}

function bareOf(type: CustomField['type'], value: CustomValue): ShownValue {
  return type === 'person' ? (value as { name: string }).name : (value as ShownValue);
}

/**
 * What people read in their portal: of the copied values those whose field is shown by now. One that was hidden a
 * moment ago is hidden, though its copy may still be there.
 */
export function readFields(fields: readonly ShownField[], values: ShownValues | null): PortalField[] {
  return fields.flatMap(({ key, label, type, options }) => {
    const value = own(values, key);
    if (value === undefined) return [];
    const labelOf = (choice: string) => options.find((option) => option.key === choice)?.label ?? choice;
    const words = type === 'select' ? labelOf(String(value)) : value;
    return [{ key, label, type, value: Array.isArray(words) ? words.map(labelOf) : words }];
  });
}
