import { useLingui } from '@lingui/react';
import type { Permission } from '#contracts/permissions.ts';
import { permissionWords } from '../roles/words.ts';

/** All keys, in the order of the catalogue. */
export const actions = Object.keys(permissionWords) as readonly Permission[];
export const isAction = (text: string): text is Permission => Object.hasOwn(permissionWords, text);

/** What a key lets somebody do, as words. */
export function useActionWord() {
  const { _ } = useLingui();
  return (action: Permission) => _(permissionWords[action]);
}
