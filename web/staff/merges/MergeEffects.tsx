import { Trans } from '@lingui/react/macro';
import type { MergePreview } from '#contracts/schemas/merge.ts';
import { Card } from '#ui/Card.tsx';
import classes from './merges.module.css';
import { useMergeWords } from './words.ts';

/** What moves to the client that stays, and what becomes of what both have. */
export function MergeEffects({ preview }: { preview: MergePreview }) {
  const words = useMergeWords();
  const { moves, collisions, survivor, fields } = preview;
  return (
    <div className={classes.effects}>
      <Card title={<Trans>What moves</Trans>}>
        {moves.length === 0 ? (
          <p className={classes.text}>
            <Trans>Nothing hangs on the client that goes.</Trans>
          </p>
        ) : (
          <ul className={classes.lines}>
            {moves.map(({ kind, count }) => (
              <li key={kind}>{words.count(kind, count)}</li>
            ))}
          </ul>
        )}
      </Card>
      {collisions.length > 0 ? (
        <Card title={<Trans>What both have</Trans>} count={collisions.length}>
          <ul className={classes.lines}>
            {collisions.map((collision) => (
              <li key={`${collision.kind} ${collision.name} ${collision.outcome}`}>
                {words.collision(collision, survivor.name)}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {fields.some(({ field }) => field === 'tags') ? null : (
        <p className={classes.text}>
          <Trans>The tags of both are kept.</Trans>
        </p>
      )}
      <p className={classes.text}>
        <Trans>
          The timeline of the client that goes stays to be read, and its address leads to the one that stays.
          The merge can be taken back for thirty days.
        </Trans>
      </p>
    </div>
  );
}
