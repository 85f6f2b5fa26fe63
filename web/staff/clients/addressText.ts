import { formatAddress } from 'localized-address-format';
import { countryName } from './form/countries.ts';

/** A postal address as the API answers it, or as it stands in a form. */
interface Place {
  line1: string;
  line2?: string | null;
  city: string;
  region?: string | null;
  postalCode?: string | null;
  country: string;
}

/** Written in Latin letters, as opposed to the country's own script, which may want another order. */
const latin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/**
 * An address on one line, its parts in the order of its country: a postal code stands before the city in
 * Germany and after the state in the United States. The orders are those of Google's libaddressinput.
 */
export function addressText(place: Place, locale: string): string {
  const { line1, line2, city, region, postalCode, country } = place;
  const script = latin.test(`${line1}${line2 ?? ''}${city}${region ?? ''}`) ? 'latin' : 'local';
  const lines = formatAddress(
    {
      postalCountry: country,
      addressLines: [line1, line2 ?? ''].filter(Boolean),
      locality: city,
      ...(region && { administrativeArea: region }),
      ...(postalCode && { postalCode }),
    },
    script,
  );
  // Some countries write no city, no region or no code; one that somebody typed is shown nevertheless.
  const unsaid = [city, region, postalCode].filter(
    (part) => part && !lines.some((line) => line.includes(part)),
  );
  return [...lines, ...unsaid, country && countryName(country, locale)].filter(Boolean).join(', ');
}
