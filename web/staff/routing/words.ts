import { useLingui } from '@lingui/react/macro';
import type { RoutingEvent } from '#contracts/routing.ts';

/** What people of a client are written to about. */
export function useRoutingWords(): Record<RoutingEvent, string> {
  const { t } = useLingui();
  return {
    request_answered: t`Answers to requests`,
    document_requested: t`Documents that are needed`,
    work_submitted: t`Work to review`,
    approval_requested: t`Approvals`,
    report_published: t`Reports`,
    invoice_sent: t`Invoices`,
  };
}
