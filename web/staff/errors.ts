import type { I18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { ApiError } from '#contracts/client.ts';

/** What went wrong with an act as a whole, in one sentence. Errors of a field are told at the field. */
export function errorText(i18n: I18n, error: unknown): string {
  if (!(error instanceof ApiError)) return t(i18n)`Something went wrong. Nothing was saved.`;
  const who = error.problem?.changedBy;
  if (error.status === 0) return t(i18n)`The server cannot be reached. Nothing was saved.`;
  switch (error.code) {
    case 'forbidden':
      return t(i18n)`You may not do this any more.`;
    case 'not_found':
      return t(i18n)`This record is gone, or out of your sight.`;
    case 'client_merged':
      return t(i18n)`This client was merged into another one in the meantime.`;
    case 'merge_blocked':
      return t(i18n)`These two clients cannot be merged as they are.`;
    case 'version_conflict':
      return typeof who === 'string'
        ? t(i18n)`${who} changed this in the meantime. You see the newest state now.`
        : t(i18n)`Somebody changed this in the meantime. You see the newest state now.`;
    case 'invalid_transition':
      return t(i18n)`The status has changed in the meantime, so this step is not possible now.`;
    case 'four_eyes':
      return t(i18n)`This takes a second person: another one has to accept the evidence.`;
    case 'evidence_full':
      return t(i18n)`No more evidence fits here: all that is kept was accepted, or waits for a review.`;
    case 'escalation':
      return t(i18n)`This concerns rights that you do not hold yourself.`;
    case 'last_owner':
      return t(i18n)`A workspace keeps at least one owner. Make somebody else an owner first.`;
    case 'limit_reached':
      return t(i18n)`Your plan allows no more than this.`;
    case 'plan_required':
      return t(i18n)`Your plan does not include this.`;
    case 'invitation_closed':
      return t(i18n)`This invitation is no longer open.`;
    case 'owes_follow_ups':
      return t(
        i18n,
      )`Follow-ups are left at clients that neither the successor nor their owner can take. Choose somebody who sees them.`;
    case 'responsible_for_compliance':
      return t(
        i18n,
      )`Compliance is left that neither the successor nor the client's owner can see to. Choose somebody who may.`;
    case 'on_account_teams':
      return t(
        i18n,
      )`Places on account teams are left, which somebody changes right now. Try again in a moment.`;
    case 'successor_needed':
      return t(i18n)`This person is the primary contact. Say who becomes it instead.`;
    case 'brand_in_use':
      return t(i18n)`People stand for this brand alone by now. Say what becomes of them.`;
    case 'role_in_use':
      return t(i18n)`People still hold this role. Give them another one first.`;
    case 'hierarchy_limit':
      return t(
        i18n,
      )`Too many clients would stand below each other: at most four levels, and forty below one.`;
    case 'rate_limited':
      return t(i18n)`Too many requests at once. Wait a moment and try again.`;
    case 'idempotency_in_flight':
      return t(i18n)`This is still being saved. Wait a moment and look again.`;
    case 'idempotency_mismatch':
      return t(i18n)`This was saved already, before the last change. Close the form and look.`;
    default:
      return t(i18n)`Something went wrong on our side. Nothing was saved. Trace id ${error.traceId ?? '–'}`;
  }
}
