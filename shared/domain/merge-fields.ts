import { type SettingKey, settingCatalogue, settingKeys } from '#contracts/client-settings.ts';
import { type FieldError, Refusal } from '#contracts/errors.ts';
import { timelineCatalogue } from '#contracts/events.ts';
import type { MergeSide } from '#contracts/merging.ts';
import { own } from '#contracts/own.ts';
import { type Address, addressKinds, type Client, MOST_TAGS } from '#contracts/schemas/client.ts';
import type { CustomField } from '#contracts/schemas/custom-field.ts';
import type { MergeField } from '#contracts/schemas/merge.ts';
import { uniqueTags } from '#contracts/tags.ts';
import { BILLING_DEFAULT, type Choices, RATES, takes } from './merge-choices.ts';
import type { Holdings } from './merge-store.ts';

/** A client and what hangs on it. */
export interface Side {
  client: Client;
  holdings: Holdings;
}
/** Fields of the record of which either value may be taken; addresses are taken by kind, and nobody's status changes. */
export const chosenFields = [
  'name',
  'legalName',
  'registrationNumber',
  'code',
  'website',
  'industry',
  'taxId',
  'sizeBand',
  'revenueBand',
  'primaryServiceTypeKey',
  'currentSystems',
  'technicalRequirements',
  'currency',
  'language',
  'notes',
  'ownerId',
] as const satisfies readonly (keyof Client)[];
export type ChosenField = (typeof chosenFields)[number];

/** Longest text that these fields take: two of them can be one, while they fit. */
const LONGEST_TEXT = 5_000;
const joinedFields: readonly ChosenField[] = ['notes', 'currentSystems', 'technicalRequirements'];
const joined = (one: string, other: string) => `${one}\n\n${other}`;

const isBlank = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);
const isSame = (a: unknown, b: unknown) =>
  (isBlank(a) && isBlank(b)) || JSON.stringify(a) === JSON.stringify(b);

/** Every field of which the two say anything, with what is taken where nobody chooses; unequal ones first. */
export function compare(
  survivor: Side,
  loser: Side,
  { fields, hidden }: { fields: readonly CustomField[]; hidden: readonly ChosenField[] },
): MergeField[] {
  const all = [
    ...chosenFields
      .filter((field) => !hidden.includes(field))
      .map((field) => ofRecord(field, survivor, loser)),
    ...addressKinds.map((kind) => ofAddress(kind, survivor.client, loser.client)),
    ofTags(survivor.client, loser.client),
    ...settingKeys.flatMap((key) => (key === 'currency' ? [] : [ofSettings(key, survivor, loser)])),
    ...ofCustom(fields, survivor, loser),
    ...ofMoney(survivor, loser),
  ].filter((field) => field !== null);
  return [...all.filter(({ state }) => state !== 'same'), ...all.filter(({ state }) => state === 'same')];
}

interface Values {
  survivor: unknown;
  loser: unknown;
}
type Texts = { survivor: string | null; loser: string | null };

/** Null where neither says anything. */
function fieldOf(
  field: string,
  label: string,
  values: Values,
  texts: Texts,
  isMoney: boolean,
): MergeField | null {
  const [blank, other] = [isBlank(values.survivor), isBlank(values.loser)];
  if (blank && other) return null;
  const same = isSame(values.survivor, values.loser);
  const state = same ? 'same' : blank ? 'loser_only' : other ? 'survivor_only' : 'differs';
  const take: MergeSide = state === 'loser_only' ? 'loser' : 'survivor';
  // What is inherited differs from what is said: with money that is asked, too.
  const mustChoose = isMoney && (state === 'differs' || state === 'loser_only');
  return { field, label, state, ...texts, take, mustChoose, joinable: false };
}

function ofRecord(field: ChosenField, { client: one }: Side, { client: other }: Side): MergeField | null {
  const label = field === 'ownerId' ? 'Owner' : timelineCatalogue.client[field].label;
  const texts = { survivor: textOf(field, one), loser: textOf(field, other) };
  const values = { survivor: one[field], loser: other[field] };
  const told = fieldOf(field, label, values, texts, field === 'currency');
  const fits = joined(one[field] ?? '', other[field] ?? '').length <= LONGEST_TEXT;
  return told && { ...told, joinable: told.state === 'differs' && joinedFields.includes(field) && fits };
}

const addressOf = ({ addresses }: Client, kind: Address['kind']) =>
  addresses.find((address) => address.kind === kind);

function ofAddress(kind: Address['kind'], one: Client, other: Client): MergeField | null {
  const values = { survivor: addressOf(one, kind), loser: addressOf(other, kind) };
  const texts = { survivor: addressText(values.survivor), loser: addressText(values.loser) };
  return fieldOf(`addresses.${kind}`, addressLabels[kind], values, texts, false);
}
const addressLabels: Record<Address['kind'], string> = {
  billing: 'Billing address',
  service: 'Service address',
  mailing: 'Mailing address',
};

/** The tags of both are kept; only where they are more than a client can have, one set must be chosen. */
function ofTags({ tags: one }: Client, { tags: other }: Client): MergeField | null {
  if (uniqueTags([...one, ...other]).length <= MOST_TAGS) return null;
  const texts = { survivor: one.join(', '), loser: other.join(', ') };
  const { label } = timelineCatalogue.client.tags;
  const told = fieldOf('tags', label, { survivor: one, loser: other }, texts, false);
  return told && { ...told, mustChoose: true };
}

function textOf(field: ChosenField, client: Client): string | null {
  if (field === 'ownerId') return client.ownerName;
  return client[field] ?? null;
}

function addressText(address: Address | undefined): string | null {
  if (!address) return null;
  const { line1, line2, postalCode, city, region, country } = address;
  const place = [postalCode, city].filter(Boolean).join(' ');
  return [line1, line2, place, region, country].filter(Boolean).join(', ');
}

function ofSettings(key: SettingKey, one: Side, other: Side): MergeField | null {
  const values = { survivor: one.holdings.settings[key], loser: other.holdings.settings[key] };
  const said = [values.survivor, values.loser].some((value) => value !== undefined);
  if (!said) return null;
  const texts = { survivor: settingText(values.survivor), loser: settingText(values.loser) };
  const { label, group } = settingCatalogue[key];
  // To choose no option at all is something that is said.
  const told = { survivor: values.survivor ?? null, loser: values.loser ?? null };
  const wrapped = {
    survivor: told.survivor === null ? null : { said: told.survivor },
    loser: told.loser === null ? null : { said: told.loser },
  };
  return fieldOf(`settings.${key}`, label, wrapped, texts, group === 'invoicing');
}

function settingText(value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return `${value / 100} %`;
  if (Array.isArray(value)) return value.length > 0 ? value.map(inWords).join(', ') : 'none';
  if (typeof value === 'string') return inWords(value);
  const { terms, termDays } = value as { terms: string; termDays: number | null };
  return termDays === null ? inWords(terms) : `${termDays} days`;
}
const inWords = (key: string) => key.replaceAll('_', ' ');

function ofCustom(fields: readonly CustomField[], one: Side, other: Side): (MergeField | null)[] {
  return fields.map(({ key, label }) => {
    const [a, b] = [one.holdings.custom, other.holdings.custom];
    const values = { survivor: own(a.values, key), loser: own(b.values, key) };
    const texts = { survivor: own(a.named, key)?.text ?? null, loser: own(b.named, key)?.text ?? null };
    return fieldOf(`custom.${key}`, label, values, texts, false);
  });
}

/** What is a choice about money without being a field. */
function ofMoney({ holdings: one }: Side, { holdings: other }: Side): (MergeField | null)[] {
  const defaultOf = ({ profiles, defaultProfileId }: Holdings) =>
    profiles.find(({ id }) => id === defaultProfileId)?.name ?? null;
  const both = sharedPositions(one, other);
  const profiles = { survivor: one.defaultProfileId, loser: other.defaultProfileId };
  const billing = fieldOf(
    BILLING_DEFAULT,
    'Default billing profile',
    profiles,
    { survivor: defaultOf(one), loser: defaultOf(other) },
    profiles.survivor !== null,
  );
  const names = [...new Set(both.map(({ positionName }) => positionName))].join(', ');
  const rates = both.length > 0 ? { survivor: one.rates.length, loser: -other.rates.length } : null;
  return [
    billing,
    rates && fieldOf(RATES, 'Rates of the same position', rates, { survivor: names, loser: names }, true),
  ];
}

/** Rates of the other client for positions that this one has rates for. */
export const sharedPositions = (one: Pick<Holdings, 'rates'>, other: Pick<Holdings, 'rates'>) =>
  other.rates.filter(({ line }) => one.rates.some((rate) => rate.line === line));

/**
 * Proves that every choice is about a field, and that what must be chosen is.
 * @throws {Refusal} `validation_failed` naming each field
 */
export function assertChosen(fields: readonly MergeField[], choices: Choices): void {
  const errors: FieldError[] = [
    ...Object.keys(choices)
      .filter((key) => !fields.some(({ field }) => field === key))
      .map((key) => wrong(key, 'unknown_field', 'is no field in which these clients can differ')),
    ...fields
      .filter(({ field, mustChoose }) => mustChoose && !choices[field])
      .map(({ field, label }) => wrong(field, 'choice_needed', `${label}: say whose is to be kept`)),
    ...fields
      .filter(({ field, joinable }) => !joinable && own(choices, field) === 'both')
      .map(({ field }) => wrong(field, 'not_joinable', 'must be of one of the two')),
  ];
  if (errors.length > 0) throw new Refusal('validation_failed', { errors });
}

const wrong = (field: string, code: string, message: string): FieldError => ({
  pointer: `/choices/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  code,
  message,
});

/** The record of the survivor with what was chosen, both clients' tags, and the owner as he is called there. */
export function chosen(survivor: Client, loser: Client, choices: Choices): Client {
  const taken = (field: ChosenField) =>
    takes(choices, field, !isBlank(survivor[field])) === 'loser' ? loser : survivor;
  const kept = (field: ChosenField) =>
    own(choices, field) === 'both' ? joined(survivor[field] ?? '', loser[field] ?? '') : taken(field)[field];
  const fields = Object.fromEntries(chosenFields.map((field) => [field, kept(field)]));
  const { ownerName, ownerEmail } = taken('ownerId');
  const isLosers = ({ kind }: Address) =>
    takes(choices, `addresses.${kind}`, addressOf(survivor, kind) !== undefined) === 'loser';
  const addresses = [
    ...survivor.addresses.filter((address) => !isLosers(address)),
    ...loser.addresses.filter(isLosers),
  ];
  const all = uniqueTags([...survivor.tags, ...loser.tags]);
  const tags =
    all.length <= MOST_TAGS ? all : takes(choices, 'tags', true) === 'loser' ? loser.tags : survivor.tags;
  return {
    ...survivor,
    ...(fields as Pick<Client, ChosenField>),
    ownerName,
    ownerEmail,
    addresses,
    tags,
  };
}

/** Fields that a merge may have changed, and that go back with it. */
export const givenBack = [...chosenFields, 'addresses', 'ownerName', 'ownerEmail', 'tags'] as const;
