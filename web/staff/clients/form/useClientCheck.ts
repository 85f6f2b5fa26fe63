import { useLingui } from '@lingui/react/macro';
import type { AddressValues, ClientValues } from './values.ts';

const needed = ['line1', 'city', 'country'] as const satisfies (keyof AddressValues)[];

/** What can be told before asking the server: fields that must not be blank. */
export function useClientCheck() {
  const { t } = useLingui();
  return ({ name, addresses }: ClientValues): Record<string, string | null> => {
    const blank = (text: string) => (text.trim() === '' ? t`Must not be blank` : null);
    const parts = addresses.flatMap((address, index) =>
      needed.map((part) => [`addresses.${index}.${part}`, blank(address[part])] as const),
    );
    return { name: blank(name), ...Object.fromEntries(parts) };
  };
}
