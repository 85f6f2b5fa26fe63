import type { StaffActor } from '#contracts/actor.ts';
import { assertHolds } from './permissions.ts';

/** What a tax id looks like, by country: of its bare letters and digits, in capitals. */
const formats: Readonly<Record<string, RegExp>> = {
  AT: /^(AT)?U\d{8}$/,
  AU: /^\d{11}$/,
  BE: /^(BE)?[01]\d{9}$/,
  BG: /^(BG)?\d{9,10}$/,
  BR: /^\d{14}$/,
  CA: /^\d{9}(RT\d{4})?$/,
  CH: /^CHE\d{9}(MWST|TVA|IVA)?$/,
  CY: /^(CY)?\d{8}[A-Z]$/,
  CZ: /^(CZ)?\d{8,10}$/,
  DE: /^((DE)?\d{9}|\d{10,11})$/,
  DK: /^(DK)?\d{8}$/,
  EE: /^(EE)?\d{9}$/,
  ES: /^(ES)?[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^(FI)?\d{8}$/,
  FR: /^(FR)?([A-Z0-9]{2}\d{9}|\d{9}|\d{14})$/,
  GB: /^(GB)?(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  GR: /^(EL)?\d{9}$/,
  HR: /^(HR)?\d{11}$/,
  HU: /^(HU)?(\d{8}|\d{11})$/,
  IE: /^(IE)?(\d{7}[A-W][A-I]?|\d[A-Z]\d{5}[A-W])$/,
  IN: /^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]$/,
  IT: /^(IT)?\d{11}$/,
  JP: /^T?\d{13}$/,
  LT: /^(LT)?(\d{9}|\d{12})$/,
  LU: /^(LU)?\d{8}$/,
  LV: /^(LV)?\d{11}$/,
  MT: /^(MT)?\d{8}$/,
  NL: /^(NL)?\d{9}B\d{2}$/,
  NO: /^(NO)?\d{9}(MVA)?$/,
  NZ: /^\d{8,9}$/,
  PL: /^(PL)?\d{10}$/,
  PT: /^(PT)?\d{9}$/,
  RO: /^(RO)?\d{2,10}$/,
  SE: /^(SE)?(\d{10}|\d{12})$/,
  SI: /^(SI)?\d{8}$/,
  SK: /^(SK)?\d{10}$/,
  US: /^\d{9}$/,
};

/** Whether a tax id looks like one of its country. Of a country whose form is not known, any does. */
export function looksLikeTaxId(taxId: string, country: string): boolean {
  const format = Object.hasOwn(formats, country) ? formats[country] : undefined;
  return format?.test(taxId.toUpperCase().replace(/[^A-Z0-9]/g, '')) ?? true;
}

/** The record as this actor may read it: tax ids are for whoever holds the key. */
export function withoutTaxId<T extends { taxId?: string | null | undefined }>(
  actor: Pick<StaffActor, 'permissions'>,
  record: T,
): T {
  if (actor.permissions.has(permission)) return record;
  const { taxId: _, ...rest } = record;
  return rest as T;
}

/**
 * Nobody writes what he may not read.
 * @throws {Refusal} `forbidden`
 */
export function assertMayWriteTaxId(
  actor: Pick<StaffActor, 'permissions'>,
  input: { taxId?: unknown },
): void {
  if (input.taxId !== undefined) assertHolds(actor, permission);
}

const permission = 'clients.view_tax';
