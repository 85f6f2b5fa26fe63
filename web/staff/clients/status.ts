import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { ClientStatus } from '#contracts/schemas/client.ts';
import type { Tone } from '#ui/StatusGlyph.tsx';

export const statuses: readonly ClientStatus[] = ['active', 'pending', 'inactive'];

const looks: Record<ClientStatus, { word: MessageDescriptor; tone: Tone }> = {
  active: { word: msg`Active`, tone: 'ok' },
  pending: { word: msg`Pending`, tone: 'warn' },
  inactive: { word: msg`Inactive`, tone: 'idle' },
};

/** The moves the server allows; nobody goes back to pending. */
export const transitions: Record<ClientStatus, readonly ClientStatus[]> = {
  pending: ['active', 'inactive'],
  active: ['inactive'],
  inactive: ['active'],
};

export const isStatus = (text: string): text is ClientStatus => Object.hasOwn(looks, text);

/** A status as word and tone; the glyph comes with the tone. */
export function useStatusWord() {
  const { _ } = useLingui();
  return (status: ClientStatus) => ({ label: _(looks[status].word), tone: looks[status].tone });
}
