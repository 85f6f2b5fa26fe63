import { Trans } from '@lingui/react/macro';
import type { Contact } from '#contracts/schemas/contact.ts';
import { Tag } from '#ui/Tag.tsx';
import { useDayText } from '../rates/days.ts';
import { useToday } from '../settings/useToday.ts';
import { isFormer } from './former.ts';

/** Somebody who is written to no more, or is not there today. */
export function PresenceTag({ leftOn, away }: Pick<Contact, 'leftOn' | 'away'>) {
  const dayText = useDayText();
  const today = useToday();
  if (isFormer({ leftOn }, today)) {
    return (
      <Tag>
        <Trans>Left</Trans>
      </Tag>
    );
  }
  if (!away || today < away.from || today > away.until) return null;
  return (
    <Tag>
      <Trans>Away until {dayText(away.until)}</Trans>
    </Tag>
  );
}
