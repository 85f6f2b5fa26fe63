import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { MergeBlock, MergeKind } from '#contracts/merging.ts';
import type { MergeCollision } from '#contracts/schemas/merge.ts';

const blocks: Record<MergeBlock, MessageDescriptor> = {
  related: msg`One of the two stands below the other. Take it out from there first, under Companies.`,
  sample: msg`One of the two is sample data, which stays apart from real clients.`,
  unfinished: msg`An earlier merge of one of the two has not ended yet. Try again in a moment.`,
  too_many_links: msg`Too many people would be linked to the client through its projects: at most forty.`,
  too_many_rates: msg`The client would have more rates than a client can have.`,
  too_many_children: msg`More clients would stand directly below it than can: at most forty.`,
  too_deep: msg`Too many clients would stand below each other: at most four levels.`,
};

/** What a merge is about, in words. */
export function useMergeWords() {
  const { t, i18n } = useLingui();
  return {
    block: (block: MergeBlock) => i18n._(blocks[block]),
    count: (kind: MergeKind, count: number): string =>
      ({
        contact: () => t`${plural(count, { one: '# contact', other: '# contacts' })}`,
        brand: () => t`${plural(count, { one: '# brand', other: '# brands' })}`,
        billing_profile: () => t`${plural(count, { one: '# billing profile', other: '# billing profiles' })}`,
        project: () => t`${plural(count, { one: '# project', other: '# projects' })}`,
        rate: () => t`${plural(count, { one: '# rate', other: '# rates' })}`,
        requirement: () => t`${plural(count, { one: '# standard to meet', other: '# standards to meet' })}`,
        note: () => t`${plural(count, { one: '# note', other: '# notes' })}`,
        follow_up: () => t`${plural(count, { one: '# follow-up', other: '# follow-ups' })}`,
        child: () => t`${plural(count, { one: '# client below it', other: '# clients below it' })}`,
        portal_access: () =>
          t`${plural(count, { one: '# person with a portal', other: '# people with a portal' })}`,
      })[kind](),
    collision: ({ kind, name, outcome, becomes }: MergeCollision, survivor: string): string => {
      if (kind === 'routing') return t`Who is written to stays as ${survivor} has it.`;
      if (outcome === 'renamed') return t`The project ${name} becomes “${becomes ?? name}”.`;
      if (outcome === 'role_given_up')
        return t`${name} is no longer the communication owner: there is one already.`;
      if (outcome === 'replaced') return t`The rates for ${name} of ${survivor} give way.`;
      switch (kind) {
        case 'contact':
          return t`${name} has an address that a contact of ${survivor} has, too. The two become one.`;
        case 'brand':
          return t`The brand ${name} is there already. The two become one.`;
        case 'portal_access':
          return t`${name} has a portal of ${survivor} already and keeps that.`;
        case 'requirement':
          return t`The standard ${name} stays as ${survivor} has it.`;
        default:
          return t`The rates for ${name} stay as ${survivor} has them.`;
      }
    },
  };
}
