import { useLingui } from '@lingui/react/macro';
import { type AddressValues, type ClientValues, isSomebody } from './values.ts';

const needed = ['line1', 'city', 'country'] as const satisfies (keyof AddressValues)[];

const codeForm = /^[A-Z0-9]{3,6}$/;
const domain = /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+([/?#].*)?$/i;

/** Whether this can be a web address, like acme.com. */
export const isDomain = (text: string): boolean => domain.test(text.trim());

/** What can be told before asking the server, which still has the last word. */
export function useClientCheck() {
  const { t } = useLingui();
  return ({ name, code, website, addresses, firstContact }: ClientValues): Record<string, string | null> => {
    const blank = (text: string) => (text.trim() === '' ? t`Must not be blank` : null);
    const parts = addresses.flatMap((address, index) =>
      needed.map((part) => [`addresses.${index}.${part}`, blank(address[part])] as const),
    );
    return {
      name: blank(name),
      code:
        code.trim() === '' || codeForm.test(code.trim())
          ? null
          : t`3 to 6 capital letters or digits, like ACM`,
      website: website.trim() === '' || isDomain(website) ? null : t`Needs a domain, like acme.com`,
      ...Object.fromEntries(parts),
      'firstContact.firstName': isSomebody(firstContact) ? blank(firstContact.firstName) : null,
    };
  };
}
