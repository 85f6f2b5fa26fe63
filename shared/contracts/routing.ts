import type { ContactFlag } from './schemas/contact.ts';

interface Addressed {
  label: string;
  /** Who gets it while a client says nothing else. */
  to: readonly ContactFlag[];
  cc: readonly ContactFlag[];
}

/** What people of a client are written to about, by their roles there. */
export const routingCatalogue = {
  request_answered: { label: 'Answers to requests', to: ['communication_owner'], cc: [] },
  document_requested: { label: 'Documents that are needed', to: ['communication_owner'], cc: [] },
  work_submitted: { label: 'Work to review', to: ['reviewer'], cc: [] },
  approval_requested: { label: 'Approvals', to: ['approver'], cc: [] },
  report_published: { label: 'Reports', to: ['decision_maker'], cc: [] },
  invoice_sent: { label: 'Invoices', to: ['billing'], cc: [] },
} as const satisfies Record<string, Addressed>;

export type RoutingEvent = keyof typeof routingCatalogue;
export const routingEvents = Object.keys(routingCatalogue) as [RoutingEvent, ...RoutingEvent[]];
