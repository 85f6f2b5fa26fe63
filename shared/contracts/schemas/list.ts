import * as z from 'zod';
import { line } from './text.ts';

/** The lists that a workspace keeps for its forms. */
export const listCatalogue = {
  industries: 'Industries',
  service_types: 'Service types',
  positions: 'Positions',
} as const;
export type ListName = keyof typeof listCatalogue;
export const listNames = Object.keys(listCatalogue) as [ListName, ...ListName[]];
export const ListName = z.enum(listNames);

/** A key names an entry for ever; its label may change. An archived one is no longer offered. */
export const ListEntry = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/, 'must be 1 to 40 small letters, digits or underscores'),
  label: line(80),
  archived: z.boolean(),
});
export type ListEntry = z.infer<typeof ListEntry>;

const unique = (of: (entry: ListEntry) => string) => (entries: ListEntry[]) =>
  new Set(entries.map(of)).size === entries.length;

/** The whole list in its order. Keys that are there may not go: archive them. */
export const ListChange = z
  .strictObject({
    entries: z
      .array(ListEntry)
      .max(200)
      .refine(
        unique(({ key }) => key),
        { error: 'has the same key twice' },
      )
      .refine(
        unique(({ label }) => label.toLocaleLowerCase('en')),
        { error: 'has the same label twice' },
      ),
  })
  .meta({ id: 'ListChange' });
export type ListChange = z.output<typeof ListChange>;

export const List = z
  .strictObject({
    name: ListName,
    version: z.number().int().nonnegative(),
    entries: z.array(ListEntry),
  })
  .meta({ id: 'List' });
export type List = z.infer<typeof List>;
export const Lists = z.strictObject({ data: z.array(List) }).meta({ id: 'Lists' });
