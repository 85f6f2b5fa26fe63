import type { UserId } from '#contracts/ids.ts';
import type { Address, Client, ClientCreate, ClientPatch } from '#contracts/schemas/client.ts';

/** The form's own shape: texts instead of nulls, as inputs have them. */
export interface ClientValues extends Record<string, unknown> {
  name: string;
  legalName: string;
  code: string;
  website: string;
  industry: string;
  registrationNumber: string;
  taxId: string;
  sizeBand: string;
  revenueBand: string;
  primaryServiceTypeKey: string;
  currentSystems: string;
  technicalRequirements: string;
  currency: string;
  language: string;
  notes: string;
  tags: string[];
  addresses: AddressValues[];
  /** Whose client it is; empty for whoever creates it. */
  ownerId: string;
}

export type AddressKind = Address['kind'];

export interface AddressValues {
  kind: AddressKind;
  line1: string;
  line2: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
}

export const emptyClient: ClientValues = {
  name: '',
  legalName: '',
  code: '',
  website: '',
  industry: '',
  registrationNumber: '',
  taxId: '',
  sizeBand: '',
  revenueBand: '',
  primaryServiceTypeKey: '',
  currentSystems: '',
  technicalRequirements: '',
  currency: '',
  language: '',
  notes: '',
  tags: [],
  addresses: [],
  ownerId: '',
};

export const emptyAddress = (kind: AddressKind): AddressValues => ({
  kind,
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
  country: '',
});

export const valuesOf = (client: Client): ClientValues => ({
  name: client.name,
  legalName: client.legalName ?? '',
  code: client.code ?? '',
  website: client.website ?? '',
  industry: client.industry ?? '',
  registrationNumber: client.registrationNumber ?? '',
  taxId: client.taxId ?? '',
  sizeBand: client.sizeBand ?? '',
  revenueBand: client.revenueBand ?? '',
  primaryServiceTypeKey: client.primaryServiceTypeKey ?? '',
  currentSystems: client.currentSystems ?? '',
  technicalRequirements: client.technicalRequirements ?? '',
  currency: client.currency ?? '',
  language: client.language ?? '',
  notes: client.notes ?? '',
  tags: client.tags,
  addresses: client.addresses.map(({ line2, region, postalCode, ...address }) => ({
    ...address,
    line2: line2 ?? '',
    region: region ?? '',
    postalCode: postalCode ?? '',
  })),
  ownerId: client.ownerId,
});

const orNull = (text: string) => (text.trim() === '' ? null : text);

const toAddress = ({ line2, region, postalCode, ...address }: AddressValues): Address => ({
  ...address,
  line2: orNull(line2),
  region: orNull(region),
  postalCode: orNull(postalCode),
});

/** One field as the API takes it. */
const wire = {
  name: ({ name }: ClientValues) => name,
  legalName: (values: ClientValues) => orNull(values.legalName),
  code: (values: ClientValues) => orNull(values.code),
  website: (values: ClientValues) => orNull(values.website),
  industry: (values: ClientValues) => orNull(values.industry),
  registrationNumber: (values: ClientValues) => orNull(values.registrationNumber),
  taxId: (values: ClientValues) => orNull(values.taxId),
  sizeBand: (values: ClientValues) => orNull(values.sizeBand),
  revenueBand: (values: ClientValues) => orNull(values.revenueBand),
  primaryServiceTypeKey: (values: ClientValues) => orNull(values.primaryServiceTypeKey),
  currentSystems: (values: ClientValues) => orNull(values.currentSystems),
  technicalRequirements: (values: ClientValues) => orNull(values.technicalRequirements),
  currency: (values: ClientValues) => orNull(values.currency),
  language: (values: ClientValues) => orNull(values.language),
  notes: (values: ClientValues) => orNull(values.notes),
  tags: ({ tags }: ClientValues) => tags,
  addresses: ({ addresses }: ClientValues) => addresses.map(toAddress),
  ownerId: ({ ownerId }: ClientValues) => (ownerId === '' ? undefined : (ownerId as UserId)),
};

export type ClientField = keyof typeof wire;
export const clientFields = Object.keys(wire) as ClientField[];

export const toCreate = (values: ClientValues): ClientCreate =>
  Object.fromEntries(clientFields.map((field) => [field, wire[field](values)])) as ClientCreate;

/** Fields in which two states of the form differ. */
export const differing = (a: ClientValues, b: ClientValues): ClientField[] =>
  clientFields.filter((field) => JSON.stringify(wire[field](a)) !== JSON.stringify(wire[field](b)));

/** What changes these fields and no others. */
export const toPatch = (values: ClientValues, fields: readonly ClientField[]): ClientPatch =>
  Object.fromEntries(fields.map((field) => [field, wire[field](values)])) as ClientPatch;
