import type { Contact } from '#contracts/schemas/contact.ts';

/** A plan as the timeline tells of it; null for what this page does not understand. */
export function planIn(text: string): Contact['planned'] {
  try {
    const plan: Contact['planned'] = JSON.parse(text);
    return typeof plan?.from === 'string' ? plan : null;
  } catch {
    return null;
  }
}
