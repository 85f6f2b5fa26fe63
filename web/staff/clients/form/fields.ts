import { useLingui } from '@lingui/react/macro';
import type { FieldPlace } from '../../forms/useApiForm.ts';
import type { AddressKind, ClientField, ClientValues } from './values.ts';

export type Step = 'company' | 'business' | 'addresses' | 'owner';

/** The words of the form: steps, fields, kinds of address. */
export function useClientWords() {
  const { t } = useLingui();
  const steps: Record<Step, string> = {
    company: t`Company`,
    business: t`Business`,
    addresses: t`Addresses`,
    owner: t`Owner and tags`,
  };
  const labels: Record<ClientField, string> = {
    name: t`Name`,
    legalName: t`Legal name`,
    code: t`Code`,
    website: t`Website`,
    industry: t`Industry`,
    registrationNumber: t`Registration number`,
    taxId: t`Tax ID`,
    sizeBand: t`People`,
    revenueBand: t`Revenue a year`,
    primaryServiceTypeKey: t`Primary service`,
    currentSystems: t`Current systems`,
    technicalRequirements: t`Technical requirements`,
    currency: t`Currency`,
    language: t`Language`,
    notes: t`Notes`,
    tags: t`Tags`,
    addresses: t`Addresses`,
    ownerId: t`Owner`,
  };
  const kinds: Record<AddressKind, string> = {
    billing: t`Billing address`,
    service: t`Service address`,
    mailing: t`Mailing address`,
  };
  const parts: Record<string, string> = {
    line1: t`Street and number`,
    line2: t`Building, floor, c/o`,
    city: t`City`,
    region: t`State or region`,
    postalCode: t`Postal code`,
    country: t`Country`,
  };
  return { steps, labels, kinds, parts };
}

const stepOf: Record<ClientField, Step> = {
  name: 'company',
  legalName: 'company',
  code: 'company',
  website: 'company',
  industry: 'company',
  registrationNumber: 'business',
  taxId: 'business',
  sizeBand: 'business',
  revenueBand: 'business',
  primaryServiceTypeKey: 'business',
  currentSystems: 'business',
  technicalRequirements: 'business',
  currency: 'business',
  language: 'business',
  notes: 'business',
  addresses: 'addresses',
  ownerId: 'owner',
  tags: 'owner',
};

/** Where a field stands, by its path in the form. */
export function placeOf(
  { steps, labels, kinds, parts }: ReturnType<typeof useClientWords>,
  values: ClientValues,
  path: string,
): FieldPlace {
  const [field = '', index, part = ''] = path.split('.');
  const known = field in stepOf ? (field as ClientField) : 'name';
  const id = stepOf[known];
  const kind = known === 'addresses' ? values.addresses[Number(index)]?.kind : undefined;
  const label = kind ? `${kinds[kind]}, ${parts[part] ?? part}` : labels[known];
  return { label, step: { id, label: steps[id] } };
}
