import { Trans, useLingui } from '@lingui/react/macro';
import { TagsInput } from '@mantine/core';
import { Person } from '#ui/Person.tsx';
import { useHere } from '../../session/me.ts';
import type { ClientFormProps } from './ClientDrawer.tsx';
import { useClientWords } from './fields.ts';
import classes from './form.module.css';

/** Whose client it is, and how the team sorts it. */
export function OwnerFields({ api, owner }: ClientFormProps) {
  const { t } = useLingui();
  const { labels } = useClientWords();
  const { user } = useHere();
  const { id, name } = owner ?? user;
  return (
    <>
      <div className={classes.owner}>
        <span>
          <Trans>Owner</Trans>
        </span>
        <Person id={id} name={name} size={24} label={id === user.id ? t`You` : true} />
        <span className={classes.hint}>
          {owner ? (
            <Trans>The owner stays as it is.</Trans>
          ) : (
            <Trans>Whoever creates a client owns it.</Trans>
          )}
        </span>
      </div>
      <TagsInput
        label={labels.tags}
        description={t`Press Enter after each one.`}
        maxTags={20}
        clearable
        clearButtonProps={{ 'aria-label': t`Remove all tags` }}
        {...api.field('tags')}
      />
    </>
  );
}
