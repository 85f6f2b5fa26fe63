import { daysBetween } from '#contracts/days.ts';
import type { Letter } from '#contracts/jobs.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { KeptRequirement } from '#contracts/schemas/requirement.ts';
import type { Access } from './me.ts';
import { deadlineOf } from './requirement-states.ts';

interface Telling {
  /** Of the person it goes to. */
  access: Access;
  client: Client;
  kept: KeptRequirement;
  today: string;
  deadlineOn: string;
}

/** What a person is told of a deadline: which client, what, and by when. */
export function letterOf({ access, client, kept, today, deadlineOn }: Telling): Letter {
  const { standardName } = kept;
  const left = daysBetween(today, deadlineOn);
  const verb = deadlineOf(kept)?.kind === 'expires' ? expires(left) : due(left);
  return {
    to: access.member.email,
    subject: cut(`${client.name}: ${standardName} ${verb}`),
    text: [
      `${standardName} of ${client.name} ${verb}, on ${deadlineOn}.`,
      '',
      kept.ownerName === access.member.name
        ? 'You are responsible for it.'
        : `${kept.ownerName} is responsible for it; you own the client.`,
      `Open ${client.name} in ${access.workspace.name}, and there Compliance, to add evidence, to snooze this or to say more.`,
    ].join('\n'),
  };
}

const expires = (left: number) => (left < 0 ? 'has expired' : `expires ${inDays(left)}`);
const due = (left: number) => (left < 0 ? 'is overdue' : `is due ${inDays(left)}`);
const inDays = (left: number) => (left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`);
const cut = (subject: string) => (subject.length > 200 ? `${subject.slice(0, 199)}…` : subject);
