import { useLingui } from '@lingui/react/macro';
import type { TeamRole } from '#contracts/team-roles.ts';

/** What members do for a client, by the words that forms and values have for it. */
export function useTeamWords(): Record<TeamRole, string> {
  const { t } = useLingui();
  return {
    lead: t`Lead`,
    account_manager: t`Account manager`,
    delivery: t`Delivery`,
    finance: t`Finance`,
    support: t`Support`,
  };
}
