import type { I18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { UserId } from '#contracts/ids.ts';
import type { BodyInputOf } from '#contracts/route.ts';
import type { bulkEdits } from '#contracts/routes/bulk-edits.ts';
import type { BulkChange } from '#contracts/schemas/bulk-edit.ts';

/** How tags are changed: some put on and some taken away, or all replaced, by none too. */
export type TagMode = 'edit' | 'replace' | 'clear';

/** The form of a bulk edit, whichever field it is about. */
export interface BulkValues extends Record<string, unknown> {
  field: BulkChange['field'];
  status: 'active' | 'inactive';
  reason: string;
  ownerId: string;
  mode: TagMode;
  add: string[];
  remove: string[];
}

export const emptyBulk = (field: BulkChange['field']): BulkValues => ({
  field,
  status: 'active',
  reason: '',
  ownerId: '',
  mode: 'edit',
  add: [],
  remove: [],
});

/** What can be told before the server is asked, by field. */
export function checkBulk(values: BulkValues, i18n: I18n): Record<string, string | null> {
  const { field, status, reason, ownerId, mode, add, remove } = values;
  const both = remove.find((tag) => add.includes(tag));
  return {
    reason:
      field === 'status' && status === 'inactive' && reason.trim() === ''
        ? t(i18n)`Say why, in a few words`
        : null,
    ownerId: field === 'owner' && ownerId === '' ? t(i18n)`Choose somebody` : null,
    add:
      field === 'tags' &&
      ((mode === 'edit' && add.length + remove.length === 0) || (mode === 'replace' && add.length === 0))
        ? t(i18n)`Name a tag at least`
        : null,
    remove: field === 'tags' && mode === 'edit' && both ? t(i18n)`${both} is to be added already` : null,
  };
}

/** The form as the API takes it. */
export function toChange(values: BulkValues): BodyInputOf<typeof bulkEdits.create>['change'] {
  const { field, status, reason, ownerId, mode, add, remove } = values;
  switch (field) {
    case 'status':
      return { field, status, ...(status === 'inactive' && { reason }) };
    case 'owner':
      return { field, ownerId: ownerId as UserId };
    case 'tags':
      if (mode === 'clear') return { field, clear: true };
      return mode === 'replace' ? { field, add, clear: true } : { field, add, remove };
  }
}
