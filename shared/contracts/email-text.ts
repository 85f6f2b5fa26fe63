import { labelText } from './punycode.ts';

const LOCAL = /^(?!\.)(?!.*\.\.)[\p{L}\p{M}\p{N}_'+.-]*[\p{L}\p{M}\p{N}_+-]$/u;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
/** What would make the URL parser read something else than a host out of a domain. */
const NOT_A_HOST = /[\s/\\?#@:%[\]<>^|]/;
const LONGEST = 254;

/**
 * An address in its one form, or null for what is none: letters are small, the local part is in Unicode NFC, and
 * the domain is in ASCII, as mail needs it (UTS 46: `münchen.de` is `xn--mnchen-3ya.de`). Plus-addresses stay
 * apart. What comes out stays as it is when it goes in again.
 */
export function normalEmail(text: string): string | null {
  const at = text.lastIndexOf('@');
  // Small letters may be written with marks that capitals were not, so what comes out is composed once more.
  const local = text.slice(0, Math.max(at, 0)).normalize('NFC').toLowerCase().normalize('NFC');
  const domain = asciiDomain(text.slice(at + 1));
  if (at < 1 || domain === null || !LOCAL.test(local)) return null;
  const email = `${local}@${domain}`;
  return email.length <= LONGEST ? email : null;
}

/** A domain in ASCII, or null for what is none. The URL standard is the UTS 46 that browsers and Node share. */
function asciiDomain(text: string): string | null {
  if (text === '' || NOT_A_HOST.test(text) || !URL.canParse(`http://${text}`)) return null;
  const domain = new URL(`http://${text}`).hostname;
  const labels = domain.split('.');
  const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label));
  return isDomain && domain.length <= 253 && TOP.test(labels.at(-1) ?? '') ? domain : null;
}

/** An address as people read it, its domain in Unicode: `a@xn--mnchen-3ya.de` is `a@münchen.de`. */
export function emailText(email: string): string {
  const at = email.lastIndexOf('@') + 1;
  return email.slice(0, at) + email.slice(at).split('.').map(labelText).join('.');
}
