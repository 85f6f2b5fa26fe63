import * as z from 'zod';
import { type FilterField, filterFields, readCondition } from '../client-filter.ts';
import { UserId } from '../ids.ts';
import { ClientStatus } from './client.ts';
import { line } from './text.ts';

/** What a choice can be; the other fields take any text or day. `me` is resolved by whoever asks. */
const choices: { [F in FilterField]?: z.ZodType } = {
  status: ClientStatus,
  owner: z.union([z.literal('me'), UserId]),
};

const words: Record<(typeof filterFields)[FilterField], string> = {
  choice: 'must be values, or not: and values',
  text: 'must be values, or not:, has:, empty: or filled:',
  day: 'must be before: or after: and a date',
};

const conditionOf = (field: FilterField, description: string) =>
  line(600)
    .refine((text) => isCondition(field, text), { error: words[filterFields[field]] })
    .optional()
    .meta({ description });

function isCondition(field: FilterField, text: string): boolean {
  const condition = readCondition(field, text);
  const choice = choices[field];
  return (
    condition !== null && (!choice || condition.values.every((value) => choice.safeParse(value).success))
  );
}

/** The conditions of a list of clients, one for a field, joined by AND; spread into whatever takes a filter. */
export const clientFilterFields = {
  status: conditionOf('status', 'One or more of the statuses, as in `active,pending`; `not:` for the others'),
  owner: conditionOf(
    'owner',
    'Members by id, `me` for the asker; without clients.view_all that can be nobody but the asker',
  ),
  tag: conditionOf('tag', 'Carries one of these tags; `not:` none of them, `has:` one with this in it'),
  name: conditionOf('name', 'The whole name; `has:` a part of it'),
  code: conditionOf('code', 'The code; `empty:` for clients without one'),
  website: conditionOf('website', 'The web address; `has:` a part of it'),
  contact: conditionOf('contact', 'The name of the primary contact; `empty:` for clients without one'),
  created: conditionOf('created', '`before:` or `after:` a day (UTC)'),
  activity: conditionOf('activity', 'Of the last activity: `before:` or `after:` a day (UTC)'),
} satisfies Record<FilterField, z.ZodType>;
