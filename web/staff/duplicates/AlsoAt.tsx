import { Trans } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ClientId } from '#contracts/ids.ts';
import { Link } from '#ui/Link.tsx';
import { Strip } from '#ui/Strip.tsx';
import { useHere } from '../session/me.ts';
import { duplicatesOf } from './queries.ts';

/** At which other clients a person is known by the same address: often right, and good to know. */
export function AlsoAt({ emails, except }: { emails: string[]; except: ClientId }) {
  const { workspaceId } = useHere();
  const [settled] = useDebouncedValue(emails.join(' '), 400);
  const { data } = useQuery({
    ...duplicatesOf(workspaceId, { emails: settled.split(' ') }, except),
    placeholderData: keepPreviousData,
  });
  if (!data || emails.every((email) => email === '')) return null;
  return data.map(({ client }) => (
    <Strip
      key={client.id}
      tone="info"
      action={
        <Link href={`/clients/${client.id}/contacts`} target="_blank">
          <Trans>Open</Trans>
        </Link>
      }
    >
      <Trans>
        Also a contact of <b>{client.name}</b>
      </Trans>
    </Strip>
  ));
}
