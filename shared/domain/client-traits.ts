import type { TraitKind } from '#contracts/duplicate-signs.ts';
import type { Client } from '#contracts/schemas/client.ts';

/** Something that a client can be known again by, in the form in which it is compared. */
export interface Trait {
  kind: TraitKind;
  value: string;
}

/** Legal forms, which the same company is now written with and now without. */
const forms = new Set(
  `ab ag and as asa bv co company corp corporation eg ek ev gbr gesmbh gmbh group holding inc incorporated kft
kg kgaa lda limited llc llp lp ltd ltda mbh nv ohg oy oyj plc pty pvt sa sarl sas se sl spa srl sro the ug`.split(
    /\s+/,
  ),
);

/** Hosts where everybody has a page: to share one says nothing. */
const shared = new Set([
  'facebook.com',
  'instagram.com',
  'linkedin.com',
  'linktr.ee',
  'sites.google.com',
  'x.com',
]);

/** What a client, or one about to be, can be known again by; each once. */
export function traitsOf({
  name,
  website,
  taxId,
}: Partial<Pick<Client, 'name' | 'website' | 'taxId'>>): Trait[] {
  const traits: Trait[] = [
    { kind: 'taxId', value: bare(taxId ?? '') },
    { kind: 'domain', value: domainOf(website ?? '') },
    { kind: 'name', value: nameOf(name ?? '') },
  ];
  return traits.filter(({ value }) => value !== '');
}

/** An address is one person's, written in any case. */
export const emailTrait = (email: string): Trait => ({ kind: 'email', value: email.toLowerCase() });

const bare = (taxId: string) => taxId.toUpperCase().replace(/[^A-Z0-9]/g, '');

function domainOf(website: string): string {
  if (!URL.canParse(website)) return '';
  const host = new URL(website).hostname.toLowerCase().replace(/^www\d?\./, '');
  return shared.has(host) ? '' : host;
}

/** Letters and digits without case, accents and legal forms; all of it where nothing else is left. */
function nameOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    // “S.A.” is one word, “Acme-Robotics” two.
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !forms.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}
