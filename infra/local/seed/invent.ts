import { ulid } from 'ulid';
import { ClientId, type UserId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { randomOf } from './random.ts';
import { first, forms, industries, places, second, streets, tags } from './words.ts';

export interface Owner {
  userId: UserId;
  name: string;
  email: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Fixed, so that one seed makes the same clients on any day. */
const UNTIL = Date.parse('2026-11-01T12:00:00.000Z');
const YEARS_MS = 3 * 365 * DAY_MS;

/** Clients one after another, believable and always the same after the same seed. */
export function* invent(seed: number, owners: readonly Owner[]): Generator<Client> {
  const random = randomOf(seed);
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const instant = (time: number) => new Date(time).toISOString();

  for (let index = 0; ; index += 1) {
    const [head, trade, form] = [one(first), one(second), one(forms)];
    const short = `${head} ${trade}`;
    const owner = one(owners);
    const born = UNTIL - Math.floor(random() * YEARS_MS);
    const touched = born + Math.floor(random() * (UNTIL - born));
    const chance = random();
    const status = chance < 0.7 ? 'active' : chance < 0.85 ? 'pending' : 'inactive';
    yield {
      id: ClientId.parse(`cli_${ulid(born, random)}`),
      version: 1,
      name: form ? `${short} ${form}` : short,
      legalName: random() < 0.4 ? `${short} Holding` : null,
      code: codeOf(head, index),
      website: `https://${plain(head)}-${plain(trade)}.test`,
      industry: one(industries),
      registrationNumber: null,
      taxId: null,
      sizeBand: null,
      revenueBand: null,
      primaryServiceTypeKey: null,
      currentSystems: null,
      technicalRequirements: null,
      currency: null,
      language: null,
      notes: random() < 0.3 ? `Met through a referral; asked for ${trade.toLowerCase()} first.` : null,
      tags: tags.filter(() => random() < 0.2),
      addresses: [
        { kind: 'billing', line1: `${1 + Math.floor(random() * 900)} ${one(streets)}`, ...one(places) },
      ],
      status,
      statusReason: status === 'inactive' ? 'Contract ended' : null,
      ownerId: owner.userId,
      ownerName: owner.name,
      ownerEmail: owner.email,
      parentId: null,
      linkedIds: [],
      sample: false,
      primaryContactId: null,
      primaryContactName: null,
      lastActivityAt: instant(touched),
      createdAt: instant(born),
      updatedAt: instant(born),
      updatedBy: { type: 'staff', id: owner.userId, label: owner.name },
      deletedAt: null,
    };
  }
}

const plain = (word: string) =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Two letters that remind of the name and four that make it the only one; none after the 1.6 millionth. */
function codeOf(head: string, index: number): string | null {
  const number = index.toString(36).toUpperCase().padStart(4, '0');
  return number.length === 4 ? plain(head).slice(0, 2).toUpperCase().padEnd(2, 'X') + number : null;
}
