import { Trans } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ClientId } from '#contracts/ids.ts';
import { Link } from '#ui/Link.tsx';
import { Strip } from '#ui/Strip.tsx';
import { useHere } from '../session/me.ts';
import { type Asked, duplicatesOf } from './queries.ts';
import { useSharedWords } from './words.ts';

interface DuplicateNoticeProps {
  /** What is being entered; what is blank or not finished is not looked for. */
  about: Asked;
  /** The client that is being edited. */
  except?: ClientId | undefined;
}

/** Clients that may be the one in the form. A warning: people decide. */
export function DuplicateNotice({ about, except }: DuplicateNoticeProps) {
  const { workspaceId } = useHere();
  const [settled] = useDebouncedValue(JSON.stringify(about), 400);
  const { data } = useQuery({
    ...duplicatesOf(workspaceId, JSON.parse(settled) as Asked, except),
    placeholderData: keepPreviousData,
  });
  const words = useSharedWords();
  if (!data || Object.values(about).every((value) => value.length === 0)) return null;
  return data.map(({ client, shared }) => {
    const signs = words(shared);
    return (
      <Strip
        key={client.id}
        tone="warn"
        action={
          <Link href={`/clients/${client.id}`} target="_blank">
            <Trans>Open it</Trans>
          </Link>
        }
      >
        <Trans>
          Looks like <b>{client.name}</b>, which you already have: {signs}. You can still go on.
        </Trans>
      </Strip>
    );
  });
}
