import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { ClientId } from '#contracts/ids.ts';
import type { Merge } from '#contracts/schemas/merge.ts';
import { Card } from '#ui/Card.tsx';
import { useFormats } from '#ui/formats.ts';
import { Link } from '#ui/Link.tsx';
import { useHere } from '../session/me.ts';
import classes from './merges.module.css';
import { isMoving, mergesOf } from './queries.ts';
import { useMergeMoves } from './useMergeMoves.ts';

/** Which clients were merged into this one, each to be taken back while it can be; nothing where none was. */
export function MergedCard({ clientId }: { clientId: ClientId }) {
  const { workspaceId } = useHere();
  const { merged } = useRouterState({ select: ({ location }) => location.search as { merged?: string } });
  // The one that led here has a notice of its own above.
  const merges = useQuery(mergesOf(workspaceId, clientId)).data?.filter(
    ({ state, loserId }) => state !== 'undone' && loserId !== merged,
  );
  if (!merges || merges.length === 0) return null;
  return (
    <Card title={<Trans>Merged into this client</Trans>} count={merges.length}>
      <ul className={classes.merged}>
        {merges.map((merge) => (
          <MergedRow key={merge.id} merge={merge} />
        ))}
      </ul>
    </Card>
  );
}

function MergedRow({ merge }: { merge: Merge }) {
  const { t } = useLingui();
  const { locale, timeZone } = useFormats();
  const { can } = useHere();
  const { mutate, isPending } = useMergeMoves();
  const { clientId, createdBy, id, loserName, undoUntil } = merge;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const [on, until] = [day.format(new Date(merge.createdAt)), day.format(new Date(undoUntil))];
  const isOpen = can('clients.merge') && !isMoving(merge) && undoUntil > new Date().toISOString();
  return (
    <li>
      <span>
        <Link className="fy-link" href={`/clients/merge?keep=${clientId}&merge=${id}`}>
          {loserName}
        </Link>
        <span className={classes.on}>
          {isOpen ? (
            <Trans>
              by {createdBy.label} on {on}, to be undone until {until}
            </Trans>
          ) : (
            <Trans>
              by {createdBy.label} on {on}
            </Trans>
          )}
        </span>
      </span>
      {isOpen ? (
        <Button
          size="xs"
          variant="default"
          loading={isPending}
          aria-label={t`Undo the merge of ${loserName}`}
          onClick={() => mutate({ merge, move: 'undo' })}
        >
          <Trans>Undo</Trans>
        </Button>
      ) : null}
    </li>
  );
}
