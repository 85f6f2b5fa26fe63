import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { BulkChange, BulkEdit, BulkOutcome, BulkState } from '#contracts/schemas/bulk-edit.ts';
import type { Tone } from '#ui/StatusGlyph.tsx';
import { useStatusWord } from '../clients/status.ts';

const outcomes: Record<BulkOutcome, { word: MessageDescriptor; tone: Tone }> = {
  ok: { word: msg`Changed`, tone: 'ok' },
  unchanged: { word: msg`Was so already`, tone: 'idle' },
  denied: { word: msg`Not allowed`, tone: 'bad' },
  invalid: { word: msg`Does not fit`, tone: 'warn' },
  conflict: { word: msg`Edited meanwhile`, tone: 'warn' },
};

/** In the order in which a result shows them. */
export const bulkOutcomes = Object.keys(outcomes) as BulkOutcome[];

const undone: Record<BulkOutcome, MessageDescriptor> = {
  ok: msg`Taken back`,
  unchanged: msg`Was so already`,
  denied: msg`You may not change it any more`,
  invalid: msg`The former owner cannot own clients any more`,
  conflict: msg`Edited since, left alone`,
};

/** Why a client was not changed, by the code of its row. */
const reasons: Partial<Record<string, MessageDescriptor>> = {
  not_found: msg`Not there, or not in your sight`,
  client_merged: msg`Merged into another client meanwhile`,
  forbidden: msg`You may not change it`,
  limit_reached: msg`The plan allows no more clients`,
  invalid_transition: msg`Its status cannot become this one`,
  too_many_tags: msg`Would have more than 20 tags`,
  unknown_owner: msg`This owner cannot own clients any more`,
  version_conflict: msg`Edited since the preview`,
};

const states: Record<BulkState, { word: MessageDescriptor; tone: Tone }> = {
  preparing: { word: msg`Being counted`, tone: 'info' },
  ready: { word: msg`Not started`, tone: 'idle' },
  running: { word: msg`Running`, tone: 'info' },
  cancelling: { word: msg`Stopping`, tone: 'warn' },
  cancelled: { word: msg`Stopped`, tone: 'warn' },
  done: { word: msg`Done`, tone: 'ok' },
  failed: { word: msg`Not possible`, tone: 'bad' },
  undoing: { word: msg`Being taken back`, tone: 'info' },
  undone: { word: msg`Taken back`, tone: 'idle' },
};

const problems: Record<NonNullable<BulkEdit['problem']>, MessageDescriptor> = {
  too_many: msg`More than 5,000 clients match. Narrow the filter and try again.`,
  nothing: msg`No client matches any more.`,
  no_access: msg`You may not make this change any more.`,
};

/** All that is said of a bulk edit and of its rows. */
export function useBulkWords() {
  const { i18n, t } = useLingui();
  const status = useStatusWord();
  return {
    outcome: (outcome: BulkOutcome) => ({
      label: i18n._(outcomes[outcome].word),
      tone: outcomes[outcome].tone,
    }),
    undone: (outcome: BulkOutcome) => i18n._(undone[outcome]),
    reason: (outcome: BulkOutcome, code: string | null) =>
      i18n._((code ? reasons[code] : undefined) ?? outcomes[outcome].word),
    state: (state: BulkState) => ({ label: i18n._(states[state].word), tone: states[state].tone }),
    problem: (problem: NonNullable<BulkEdit['problem']>) => i18n._(problems[problem]),
    /** The change as a title. */
    change(change: BulkChange, ownerName: string | null): string {
      if (change.field === 'status') {
        const word = status(change.status).label;
        return t`Status: ${word}`;
      }
      if (change.field === 'owner') {
        const name = ownerName ?? '–';
        return t`Owner: ${name}`;
      }
      const [added, removed] = [change.add.join(', '), change.remove.join(', ')];
      if (change.clear) return added ? t`Tags: only ${added}` : t`Tags: none`;
      if (!removed) return t`Tags: add ${added}`;
      return added ? t`Tags: add ${added}, remove ${removed}` : t`Tags: remove ${removed}`;
    },
  };
}
