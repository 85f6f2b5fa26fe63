import type { RecordKind } from '#contracts/events.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Activity } from '#contracts/schemas/activity.ts';
import { queryClient } from '../queryClient.ts';

/** What a page has read that a change of a kind of record makes old: the second word of the keys of its queries. */
export const staleBy: Record<RecordKind, readonly string[]> = {
  client: ['clients', 'family'],
  contact: ['clients', 'contacts', 'routing'],
  project: ['clients', 'projects'],
  billing_profile: ['billing'],
  brand: ['brands', 'routing'],
  rate: ['rates'],
  client_settings: ['client-settings'],
  note: ['notes'],
  follow_up: ['follow-ups'],
  requirement: ['requirements'],
  proposal: ['proposals'],
  custom_values: ['custom-fields'],
  account_team: ['account-team'],
  routing: ['routing'],
  // What is merged moves with all that hangs on it.
  merge: [
    ...['clients', 'family', 'contacts', 'projects', 'billing', 'brands', 'rates', 'routing', 'merges'],
    ...['notes', 'follow-ups', 'requirements', 'proposals', 'custom-fields', 'account-team'],
  ],
};

/** Reads anew what the page shows of the records that these entries tell of. */
export function refreshBehind(workspaceId: WorkspaceId, entries: readonly Activity[]): void {
  const families = new Set(entries.flatMap(({ record }) => staleBy[record.kind] ?? []));
  for (const family of families) void queryClient.invalidateQueries({ queryKey: [workspaceId, family] });
}
