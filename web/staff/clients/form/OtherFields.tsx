import { Trans, useLingui } from '@lingui/react/macro';
import { Select, TagsInput } from '@mantine/core';
import { Person } from '#ui/Person.tsx';
import { useHere } from '../../session/me.ts';
import { useOwners } from '../useOwners.ts';
import { useClientWords } from './fields.ts';
import classes from './form.module.css';
import type { ClientFormProps } from './props.ts';

/** Whose client it is, and how the team sorts it. */
export function OwnerFields({ api, owner }: ClientFormProps) {
  const { t } = useLingui();
  const { labels } = useClientWords();
  const { can } = useHere();
  return (
    <>
      {can('members.view') ? <OwnerSelect api={api} owner={owner} /> : <OwnerAsIs owner={owner} />}
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

/** Everybody who can own a client; oneself, unless somebody else is chosen. */
function OwnerSelect({ api, owner }: Pick<ClientFormProps, 'api' | 'owner'>) {
  const { t } = useLingui();
  const { labels } = useClientWords();
  const { user } = useHere();
  const { owners } = useOwners();
  // The owner there is stands in the list even if he could not be chosen any more.
  const listed =
    owner && owners.every(({ value }) => value !== owner.id)
      ? [{ value: owner.id, label: owner.name }, ...owners]
      : owners;
  const known = listed.length > 0 ? listed : [{ value: user.id as string, label: user.name }];
  const field = api.field('ownerId');
  return (
    <Select
      {...field}
      value={api.form.values.ownerId || user.id}
      label={labels.ownerId}
      description={t`Answers for this client in your team.`}
      data={known.map(({ value, label }) => ({
        value,
        label: value === user.id ? t`${label} (you)` : label,
      }))}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t`Nobody of this name can own clients`}
    />
  );
}

/** For whoever does not see the members. */
function OwnerAsIs({ owner }: Pick<ClientFormProps, 'owner'>) {
  const { t } = useLingui();
  const { user } = useHere();
  const { id, name } = owner ?? user;
  return (
    <div className={classes.owner}>
      <span>
        <Trans>Owner</Trans>
      </span>
      <Person id={id} name={name} size={24} label={id === user.id ? t`You` : true} />
      <span className={classes.hint}>
        {owner ? <Trans>The owner stays as it is.</Trans> : <Trans>Whoever creates a client owns it.</Trans>}
      </span>
    </div>
  );
}
