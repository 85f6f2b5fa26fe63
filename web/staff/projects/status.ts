import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { ProjectStatus } from '#contracts/schemas/project.ts';
import type { Tone } from '#ui/StatusGlyph.tsx';

const looks: Record<ProjectStatus, { word: MessageDescriptor; tone: Tone }> = {
  planning: { word: msg`Planning`, tone: 'info' },
  active: { word: msg`Active`, tone: 'ok' },
  on_hold: { word: msg`On hold`, tone: 'warn' },
  completed: { word: msg`Completed`, tone: 'idle' },
  cancelled: { word: msg`Cancelled`, tone: 'idle' },
};

const statuses = Object.keys(looks) as readonly ProjectStatus[];
const closed: readonly ProjectStatus[] = ['completed', 'cancelled'];

/** The moves the server allows: an open project goes anywhere, a closed one only back to active, with a key. */
export function movesFrom(status: ProjectStatus, mayReopen: boolean): readonly ProjectStatus[] {
  if (!closed.includes(status)) return statuses;
  return mayReopen ? [status, 'active'] : [status];
}

export const isClosed = (status: ProjectStatus) => closed.includes(status);

/** A status as word and tone; the glyph comes with the tone. */
export function useProjectStatus() {
  const { _ } = useLingui();
  return (status: ProjectStatus) => ({ label: _(looks[status].word), tone: looks[status].tone });
}
