import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { View } from '#contracts/schemas/view.ts';
import type { ColumnLayout } from '#ui/columnLayout.ts';
import { useNavigation } from '#ui/Link.tsx';
import type { ClientSearch } from '../clients/list-search.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { api, bodyOf } from '../session/api.ts';
import { FirstProblem } from '../session/FirstProblem.tsx';
import { useHere } from '../session/me.ts';
import { filtersIn, hrefOf } from './address.ts';
import { keepDefault, keepView } from './queries.ts';
import { wholeLayout } from './useViewChange.ts';
import classes from './views.module.css';

interface NameViewProps {
  /** The view that gets another name; without one, what is shown becomes a new view. */
  view: View | undefined;
  search: ClientSearch;
  layout: ColumnLayout;
  onClose: () => void;
}

/** Asks what a view is called, and of a new one who sees it. */
export function NameView({ view, search, layout, onClose }: NameViewProps) {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const { navigate } = useNavigation();
  const saved = useRef<View>(undefined);
  const form = useApiForm({
    initial: { name: view?.name ?? '', shared: false, first: false },
    place: () => ({ label: t`Name` }),
    check: ({ name }) => ({ name: name.trim() === '' ? t`Must not be blank` : null }),
    send: async ({ name, shared, first }, idempotencyKey) => {
      if (view) {
        const params = { workspaceId, viewId: view.id };
        keepView(
          workspaceId,
          bodyOf(await api.views.update({ params, ifMatch: view.version, body: { name } })),
        );
        return;
      }
      const body = { name, shared, filters: filtersIn(search), layout: wholeLayout(layout) };
      const made = bodyOf(await api.views.create({ params: { workspaceId }, body, idempotencyKey }));
      keepView(workspaceId, made);
      if (first) {
        const chosen = { viewId: made.id };
        await api.views.setDefault({ params: { workspaceId }, body: chosen, idempotencyKey });
        keepDefault(workspaceId, made.id);
      }
      saved.current = made;
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const done = () => {
    onClose();
    if (saved.current) navigate(hrefOf(saved.current));
  };
  const isNew = view === undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={isNew ? t`Save as a new view` : t`Rename ${view.name}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size={420}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit(done);
        }}
      >
        {guard}
        <FirstProblem problems={form.problems} attempt={form.attempt} />
        <TextInput
          {...form.field('name')}
          label={t`Name`}
          description={isNew ? t`Filters, order and columns are kept as you see them.` : undefined}
          maxLength={60}
          required
          data-autofocus
        />
        {isNew && can('lists.manage') ? (
          <Checkbox
            label={t`Share with everybody`}
            {...form.form.getInputProps('shared', { type: 'checkbox' })}
          />
        ) : null}
        {isNew ? (
          <Checkbox
            label={t`Begin with this view`}
            {...form.form.getInputProps('first', { type: 'checkbox' })}
          />
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={form.busy}>
            {isNew ? <Trans>Save view</Trans> : <Trans>Rename</Trans>}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
