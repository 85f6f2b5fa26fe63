import { soleFlags } from '#contracts/contact-flags.ts';
import { invalidField } from '#contracts/errors.ts';
import type { ContactId } from '#contracts/ids.ts';
import type { ContactFlag, HandOver } from '#contracts/schemas/contact.ts';
import { standsFor } from './contact-deputies.ts';
import { ended, hasLeft, sameRoles } from './contact-roles.ts';
import type { ContactChange, ContactReader, ContactRecord } from './contact-store.ts';
import type { Deps } from './deps.ts';
import { nextVersion } from './records.ts';

/** As many people can get another deputy in one commit. */
const MOST_DEPUTED = 40;

interface Taken {
  /** What becomes of the others, all to be committed with the leaving. */
  changes: ContactChange[];
  /** The roles of which there is one, which pass on at once; others are kept until the last day. */
  gone: ContactFlag[];
}

/**
 * What others become by taking over from somebody who leaves: roles are added to what they have, and whoever had
 * the leaver as a deputy gets another. `pointer` is where a name was given.
 * @throws {Refusal} `validation_failed` for heirs who are not at the client any more, for roles that the leaver
 * has not, and for a deputy who does not stand for the same brands
 */
export async function takenOver(
  deps: Deps<{ contacts: ContactReader }>,
  leaver: ContactRecord,
  { successor: _, deputy, ...flags }: HandOver,
  { today, pointer }: { today: string; pointer: (name: string) => string },
): Promise<Taken> {
  const given = Object.entries(flags) as [ContactFlag, ContactId | undefined][];
  const named = given.flatMap(([flag, id]) => (id ? [[flag, id] as const] : []));
  if (!deputy && named.length === 0) return { changes: [], gone: [] };
  const everybody = await deps.data.contacts.everybody(leaver.clientId);
  const others = new Map(everybody.filter(({ id }) => id !== leaver.id).map((one) => [one.id, one]));
  const heir = (name: string, id: ContactId): ContactRecord => {
    const found = others.get(id);
    if (found && !hasLeft(found, today)) return found;
    throw invalidField(pointer(name), 'unknown_contact', 'must be another contact who is at this client');
  };
  const next = new Map<ContactId, ContactRecord>();
  for (const [flag, id] of named) {
    if (!leaver.flags.includes(flag)) {
      throw invalidField(pointer(flag), 'not_held', 'is no role of the one who leaves');
    }
    const now = next.get(id) ?? heir(flag, id);
    if (!now.flags.includes(flag)) next.set(id, { ...now, flags: [...now.flags, flag] });
  }
  if (deputy) {
    const stand = heir('deputy', deputy);
    const deputed = [...others.values()].filter(
      ({ away }) => away?.deputyId === leaver.id && away.until >= today,
    );
    if (deputed.length > MOST_DEPUTED) {
      throw invalidField(pointer('deputy'), 'too_many', 'would stand for too many people at once');
    }
    for (const one of deputed) {
      if (one.id === deputy || !standsFor(stand, one)) {
        const message = `must be somebody else than ${one.name}, standing for the same brands`;
        throw invalidField(pointer('deputy'), 'other_brands', message);
      }
      const now = next.get(one.id) ?? one;
      next.set(one.id, { ...now, away: one.away && { ...one.away, deputyId: deputy } });
    }
  }
  const changes: ContactChange[] = [];
  for (const [id, changed] of next) {
    const before = others.get(id);
    if (!before) continue;
    const past = sameRoles(before, changed)
      ? null
      : ended(await deps.data.contacts.past(leaver.clientId, id), before, today);
    changes.push({ before, after: nextVersion(deps, before, changed), past });
  }
  return { changes, gone: soleFlags.filter((flag) => flags[flag]) };
}
