import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import { MOST_CUSTOM_FIELDS } from '#contracts/custom-field-types.ts';
import type { CustomField } from '#contracts/schemas/custom-field.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';
import { ListCard } from '../companies/ListCard.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { QueryError } from '../shell/QueryError.tsx';
import classes from './custom-fields.module.css';
import { customFieldsOf } from './queries.ts';
import { useTypeWords } from './words.ts';

const FieldDrawer = onDemand(async () => (await import('./FieldDrawer.tsx')).FieldDrawer);

export const route = createLazyRoute('/app/settings/fields')({ component: FieldsPage });

/** What the workspace wants to know of its clients beyond what every workspace does. */
function FieldsPage() {
  const { i18n, t } = useLingui();
  const { workspaceId } = useHere();
  const query = customFieldsOf(workspaceId);
  const { data, isError, error, refetch } = useQuery(query);
  const types = useTypeWords();
  const [open, setOpen] = useState<CustomField | 'new'>();
  const fields = data?.fields ?? [];
  const offered = fields.filter(({ archived }) => !archived);

  const save = useMutation({
    mutationFn: async (next: CustomField[]) =>
      bodyOf(
        await api.customFields.update({
          params: { workspaceId },
          body: { fields: next },
          ifMatch: data?.version ?? 0,
        }),
      ),
    onSuccess: (saved) => queryClient.setQueryData(query.queryKey, saved),
    onError: (failure) => {
      const isStale = failure instanceof ApiError && failure.status === 412;
      toast.fail(isStale ? t`Somebody changed the fields meanwhile. Look again.` : errorText(i18n, failure));
      void refetch();
    },
  });
  const put = (field: CustomField, change: Partial<CustomField>) =>
    save.mutate(fields.map((one) => (one.key === field.key ? { ...one, ...change } : one)));
  const move = (field: CustomField, by: -1 | 1) => {
    const other = offered[offered.indexOf(field) + by];
    if (other) save.mutate(fields.map((one) => (one === field ? other : one === other ? field : one)));
  };

  if (isError && !data) {
    return <QueryError error={error} onRetry={() => void refetch()} permission="settings.manage" />;
  }
  const menu = (field: CustomField) => (
    <>
      <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => setOpen(field)}>
        <Trans>Edit</Trans>
      </Menu.Item>
      {field.archived ? null : (
        <>
          <Menu.Item
            leftSection={<IconArrowUp size={16} stroke={1.7} />}
            disabled={offered[0] === field}
            onClick={() => move(field, -1)}
          >
            <Trans>Move up</Trans>
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={16} stroke={1.7} />}
            disabled={offered.at(-1) === field}
            onClick={() => move(field, 1)}
          >
            <Trans>Move down</Trans>
          </Menu.Item>
        </>
      )}
      <Menu.Item
        leftSection={
          field.archived ? <IconArchiveOff size={16} stroke={1.7} /> : <IconArchive size={16} stroke={1.7} />
        }
        onClick={() => put(field, { archived: !field.archived })}
      >
        {field.archived ? <Trans>Take out of the archive</Trans> : <Trans>Archive</Trans>}
      </Menu.Item>
    </>
  );
  const render = ({ label, type, required, unique, options, portalVisible }: CustomField) => {
    const choices = options.filter(({ archived }) => !archived).length;
    return (
      <>
        <b>{label}</b>
        <span className={classes.type}>
          {types[type]}
          {choices > 0 ? (
            <>
              {' · '}
              <Plural value={choices} one="# choice" other="# choices" />
            </>
          ) : null}
        </span>
        {required ? (
          <Tag>
            <Trans>Required</Trans>
          </Tag>
        ) : null}
        {unique ? (
          <Tag>
            <Trans>Unique</Trans>
          </Tag>
        ) : null}
        {portalVisible ? (
          <Tag>
            <Trans>In the portal</Trans>
          </Tag>
        ) : null}
      </>
    );
  };
  const card = {
    more: false,
    failed: false,
    onRetry: () => void refetch(),
    rowId: ({ key }: CustomField) => key,
    rowName: ({ label }: CustomField) => label,
    render,
    menu,
  };
  const archived = fields.filter((field) => field.archived);

  return (
    <>
      <PageHead
        title={t`Fields`}
        description={
          <Trans>
            What you want to know of your clients beyond what every workspace does. An archived field is shown
            no more; what clients have in it stays.
          </Trans>
        }
      />
      <div className={classes.cards}>
        <ListCard
          {...card}
          title={t`Fields of clients`}
          rows={data && offered}
          add={
            fields.length < MOST_CUSTOM_FIELDS
              ? { label: t`Add field`, onClick: () => setOpen('new') }
              : undefined
          }
          empty={<Trans>None yet. A contract number, a renewal day, a tier: add what you look for.</Trans>}
        />
        {archived.length > 0 ? (
          <ListCard {...card} title={t`Archived`} rows={archived} add={undefined} empty={null} />
        ) : null}
      </div>
      {open && data ? (
        <FieldDrawer fields={data} field={open === 'new' ? null : open} onClose={() => setOpen(undefined)} />
      ) : null}
    </>
  );
}
