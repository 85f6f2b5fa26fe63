import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { daysBetween } from '#contracts/days.ts';
import type { Evidence, Requirement } from '#contracts/schemas/requirement.ts';
import type { Tone } from '#ui/StatusGlyph.tsx';
import { today } from '../rates/days.ts';

const states: Record<RequirementStateName, { label: MessageDescriptor; tone: Tone }> = {
  not_started: { label: msg`Not started`, tone: 'idle' },
  in_progress: { label: msg`In progress`, tone: 'info' },
  compliant: { label: msg`Met`, tone: 'ok' },
  partial: { label: msg`Partly met`, tone: 'warn' },
  non_compliant: { label: msg`Not met`, tone: 'bad' },
  not_applicable: { label: msg`Not applicable`, tone: 'idle' },
  expiring: { label: msg`Expires soon`, tone: 'warn' },
  expired: { label: msg`Expired`, tone: 'bad' },
  waived: { label: msg`Waived`, tone: 'idle' },
};
type RequirementStateName = Requirement['state'];

const reviews: Record<Evidence['review'], { label: MessageDescriptor; tone: Tone }> = {
  pending: { label: msg`To be reviewed`, tone: 'info' },
  accepted: { label: msg`Accepted`, tone: 'ok' },
  rejected: { label: msg`Rejected`, tone: 'bad' },
  withdrawn: { label: msg`Withdrawn`, tone: 'idle' },
};

/** Whether a word of the timeline is a state of a requirement. */
export const isRequirementState = (value: string): value is RequirementStateName =>
  Object.hasOwn(states, value);

/** What states and reviews are called, and their shape; never colour alone. */
export function useComplianceWords() {
  const { i18n, t } = useLingui();
  return {
    stateOf: (state: RequirementStateName) => ({
      label: i18n._(states[state].label),
      tone: states[state].tone,
    }),
    reviewOf: (review: Evidence['review']) => ({
      label: i18n._(reviews[review].label),
      tone: reviews[review].tone,
    }),
    /** How far off a deadline is, in a few words. */
    leftOf: (daysLeft: number) => {
      if (daysLeft < 0) return daysLeft === -1 ? t`yesterday` : t`${-daysLeft} days ago`;
      if (daysLeft === 0) return t`today`;
      return daysLeft === 1 ? t`tomorrow` : t`in ${daysLeft} days`;
    },
  };
}

/** Whether its reminders are quiet on the client's day; a snooze that is over is none. */
export const isSnoozed = ({ snooze, deadline }: Pick<Requirement, 'snooze' | 'deadline'>): boolean =>
  snooze !== null && deadline !== null && daysBetween(deadline.on, snooze.until) + deadline.daysLeft > 0;

/** Whether it can be marked met: where four eyes are needed, evidence that is accepted has to hold today. */
export const canBeMet = ({ fourEyes, evidence }: Pick<Requirement, 'fourEyes' | 'evidence'>): boolean =>
  !fourEyes ||
  evidence.some(
    ({ review, expiresOn }) => review === 'accepted' && (expiresOn === null || today() <= expiresOn),
  );

/** Whether what is not met is late. */
export const isLate = ({ state, deadline }: Pick<Requirement, 'state' | 'deadline'>): boolean =>
  state === 'expired' ||
  (state !== 'waived' && deadline?.kind === 'due' && deadline.daysLeft < 0) ||
  state === 'non_compliant';
