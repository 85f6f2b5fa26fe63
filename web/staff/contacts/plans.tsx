import { Trans, useLingui } from '@lingui/react/macro';
import type { Contact, ContactFlag } from '#contracts/schemas/contact.ts';
import { Tag } from '#ui/Tag.tsx';
import { useDayText } from '../rates/days.ts';
import { useFlagWord } from './flags.ts';

type Plan = NonNullable<Contact['planned']>;

/** Roles in words, and what it is called to have none. */
export function useRolesText() {
  const { t } = useLingui();
  const word = useFlagWord();
  return (flags: readonly ContactFlag[]) => (flags.length > 0 ? flags.map(word).join(', ') : t`No role`);
}

/** What a plan comes to: "Approver, Head of IT"; what it does not touch is not named. */
function usePlanText() {
  const { t } = useLingui();
  const rolesText = useRolesText();
  return ({ flags, title, department }: Plan): string =>
    [
      ...(flags ? [rolesText(flags)] : []),
      ...(title === undefined ? [] : [title ?? t`no title`]),
      ...(department === undefined ? [] : [department ?? t`no department`]),
    ].join(', ');
}

/** A planned change in a sentence, or why it could not be made. */
export function PlanText({ planned }: { planned: Plan }) {
  const dayText = useDayText();
  const what = usePlanText()(planned);
  const day = <time dateTime={planned.from}>{dayText(planned.from)}</time>;
  return planned.failed ? (
    <Trans>
      Could not be made on {day}: {what}. Another contact is the communication owner.
    </Trans>
  ) : (
    <Trans>
      From {day}: {what}
    </Trans>
  );
}

/** That something is planned, where there is little room. */
export function PlanTag({ planned }: Pick<Contact, 'planned'>) {
  const dayText = useDayText();
  if (!planned) return null;
  return (
    <Tag>
      {planned.failed ? <Trans>Change failed</Trans> : <Trans>Changes {dayText(planned.from)}</Trans>}
    </Tag>
  );
}
