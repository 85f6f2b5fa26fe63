import type { ContactCreate } from '#contracts/schemas/contact.ts';
import type { DemoClient } from './clients.ts';

/** The two who can open the demo's portal; the mailbox shows their codes. */
export const portalEmails = { approver: 'approver@acme.test', billing: 'billing@acme.test' } as const;

const acme: ContactCreate[] = [
  {
    firstName: 'Ana',
    lastName: 'Ruiz',
    title: 'VP Operations',
    emails: [portalEmails.approver],
    phones: ['+1 415 555 2671'],
    flags: ['decision_maker', 'approver', 'portal_user'],
    timeZone: 'America/Los_Angeles',
  },
  {
    firstName: 'Marcus',
    lastName: 'Bell',
    title: 'Finance lead',
    emails: [portalEmails.billing],
    phones: ['+1 415 555 2672'],
    flags: ['billing', 'portal_user'],
    timeZone: 'America/Los_Angeles',
  },
  {
    firstName: 'Ines',
    lastName: 'Kovač',
    title: 'Brand manager',
    emails: ['ines@acme.test'],
    flags: ['reviewer'],
  },
];

const firstNames = [
  'Dana',
  'Louis',
  'Sofia',
  'Hannah',
  'Nils',
  'Renée',
  'Martin',
  'Yuki',
  'Claire',
  'Samuel',
  'Grace',
  'Omar',
  'Lena',
  'Paulo',
  'Aiko',
];
const lastNames = [
  'Whitfield',
  'Marchetti',
  'Andrade',
  'Cole',
  'Aune',
  'Baptiste',
  'Hale',
  'Tanaka',
  'Verlaine',
  'Osei',
  'Muller',
  'Haddad',
  'Novak',
];
const jobs: Pick<ContactCreate, 'title' | 'flags'>[] = [
  { title: 'Managing director', flags: ['decision_maker', 'approver'] },
  { title: 'Head of finance', flags: ['billing'] },
  { title: 'Project lead', flags: ['communication_owner', 'reviewer'] },
];

/** One to three people of a demo client; the same every time. */
export function demoContacts({ name, code }: DemoClient, index: number): ContactCreate[] {
  if (code === 'ACM') return acme;
  const domain = `${name.toLowerCase().replace(/[^a-z]+/g, '')}.test`;
  return jobs.slice(0, 1 + (index % 3)).map((job, place) => {
    const firstName = firstNames[(index * 2 + place * 5) % firstNames.length] ?? 'Dana';
    const lastName = lastNames[(index * 3 + place * 4) % lastNames.length] ?? 'Cole';
    const local = firstName
      .normalize('NFKD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase();
    return { firstName, lastName, ...job, emails: [`${local}@${domain}`] };
  });
}
