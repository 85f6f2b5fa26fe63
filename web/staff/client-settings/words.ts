import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import {
  type SettingGroup,
  type SettingKey,
  type SettingOption,
  type SettingValues,
  settingCatalogue,
  type Waiting,
} from '#contracts/client-settings.ts';
import { useFormats } from '#ui/formats.ts';
import { useBillingWords } from '../companies/words.ts';
import { flagWords } from '../contacts/flags.ts';

/** What the settings are called, in the form and in the timeline. */
export const settingWords: Record<SettingKey, MessageDescriptor> = {
  onRequestReply: msg`A request is answered`,
  onApprovalAsked: msg`An approval is asked for`,
  onDocumentShared: msg`A document is shared`,
  onWorkApproved: msg`Work is approved`,
  onReportPublished: msg`A report is published`,
  onInvoiceSent: msg`An invoice is sent`,
  onInvoiceOverdue: msg`An invoice is overdue`,
  onComplianceDue: msg`Evidence of compliance is due`,
  reportCadence: msg`Cadence`,
  reportRecipients: msg`Recipients`,
  reportSections: msg`Sections`,
  terms: msg`Payment terms`,
  currency: msg`Currency`,
  taxRate: msg`Tax rate`,
  poRequired: msg`PO number`,
  billTo: msg`Bill to`,
  pricing: msg`Pricing`,
};

const options: Record<SettingOption, MessageDescriptor> = {
  ...flagWords,
  email: msg`E-mail`,
  in_app: msg`In the app`,
  webhook: msg`Webhook`,
  never: msg`Never`,
  weekly: msg`Every week`,
  monthly: msg`Every month`,
  quarterly: msg`Every quarter`,
  projects: msg`Projects`,
  work: msg`Work`,
  approvals: msg`Approvals`,
  requests: msg`Requests`,
  invoices: msg`Invoices`,
  compliance: msg`Compliance`,
  client: msg`The client itself`,
  parent: msg`Its parent company, if it has one`,
  rates: msg`Service rates`,
  markup: msg`Markup on cost`,
  hybrid: msg`Service rates and markup`,
};

/** What is said of settings that nothing reads yet. */
const waitings: Record<Waiting, MessageDescriptor> = {
  requests: msg`Used once there are requests`,
  approvals: msg`Used once approvals are asked for`,
  documents: msg`Used once documents are shared`,
  work: msg`Used once work is approved`,
  reports: msg`Used once reports are made`,
  invoices: msg`Used once invoices are sent`,
};

/** What some settings do that is not plain from their name. */
const effects: Partial<Record<SettingKey, MessageDescriptor>> = {
  onComplianceDue: msg`Reminders are mailed or not; other ways can be chosen once they exist`,
  terms: msg`New billing profiles begin with them`,
  currency: msg`New rates and billing profiles begin with it`,
  poRequired: msg`Billing profiles without a PO number say so`,
};

export type SettingValue = SettingValues[SettingKey];

/** The words of the settings and of their values. */
export function useSettingWords() {
  const { i18n, t } = useLingui();
  const { locale } = useFormats();
  const { termsOf } = useBillingWords();
  const option = (one: SettingOption) => i18n._(options[one]);
  const groups: Record<SettingGroup, { title: string; hint: string }> = {
    notifications: {
      title: t`Notifications`,
      hint: t`How people hear of what happens. Nobody hears of an event that has no way chosen.`,
    },
    reporting: { title: t`Reporting`, hint: t`How often reports are made, for whom, and what is in them.` },
    invoicing: { title: t`Invoicing`, hint: t`What billing profiles and invoices begin with.` },
  };
  return {
    groups,
    option,
    label: (key: SettingKey) => i18n._(settingWords[key]),
    /** What a setting does today: at once, or once there is what it is about. */
    effect: (key: SettingKey): string | null => {
      const declared = settingCatalogue[key];
      const words = 'awaits' in declared ? waitings[declared.awaits] : effects[key];
      return words ? i18n._(words) : null;
    },
    /** A value as people read it. */
    value: (key: SettingKey, value: SettingValue): string => {
      if (typeof value === 'boolean') return value ? t`Required on every invoice` : t`Not required`;
      if (typeof value === 'number') {
        return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
          value / 10_000,
        );
      }
      if (typeof value === 'object' && 'terms' in value) return termsOf(value);
      if (typeof value === 'object') return value.map(option).join(', ') || t`None`;
      return settingCatalogue[key].kind === 'currency' ? value : option(value as SettingOption);
    },
  };
}
