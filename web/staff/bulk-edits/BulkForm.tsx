import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { ApiError } from '#contracts/client.ts';
import type { BulkEditId } from '#contracts/ids.ts';
import type { BulkChange, BulkEditCreate } from '#contracts/schemas/bulk-edit.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { BulkFields } from './BulkFields.tsx';
import classes from './bulk-edits.module.css';
import { keepBulkEdit } from './queries.ts';
import { type BulkValues, checkBulk, emptyBulk, toChange } from './values.ts';

interface BulkFormProps {
  field: BulkChange['field'];
  /** How many are picked, where that is known. */
  count: number | undefined;
  selection: BulkEditCreate['selection'];
  onClose: () => void;
}

/** What is to be changed; what it would do is shown before anything is. */
export function BulkForm({ field, count, selection, onClose }: BulkFormProps) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { workspaceId } = useHere();
  const titles = {
    status: t`Change status`,
    owner: t`Change owner`,
    tags: t`Change tags`,
  };
  const labels: Record<string, string> = {
    reason: t`Reason`,
    ownerId: t`New owner`,
    add: t`Add`,
    remove: t`Remove`,
  };

  const prepared = useRef<BulkEditId>(undefined);
  const form = useApiForm<BulkValues>({
    initial: emptyBulk(field),
    place: (path) => ({ label: labels[path.split('.')[0] ?? ''] ?? titles[field] }),
    check: (values) => checkBulk(values, i18n),
    onError: (error) => {
      if (!error.problem || error.errors.length === 0) return false;
      // The API has the field below `change`, the form has nothing else.
      const errors = error.errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/change/, '') }));
      form.explain(new ApiError(error.status, { ...error.problem, errors }));
      return true;
    },
    send: async (values, idempotencyKey) => {
      const made = bodyOf(
        await api.bulkEdits.create({
          params: { workspaceId },
          body: { change: toChange(values), selection },
          idempotencyKey,
        }),
      );
      keepBulkEdit(workspaceId, made);
      prepared.current = made.id;
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  // Once it is saved, or the way to the preview would be held up as leaving what is not.
  const look = () => {
    onClose();
    const bulkEditId = prepared.current;
    if (!bulkEditId) return;
    void navigate({ to: '/clients/bulk-edits/$bulkEditId', params: { bulkEditId }, search: (old) => old });
  };
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={titles[field]}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(look)}
      submitLabel={t`Preview`}
      submitting={form.busy}
      size={460}
    >
      <p className={classes.text}>
        {count === undefined ? (
          <Trans>Of all clients that match. Nothing changes before you have seen the preview.</Trans>
        ) : (
          <Trans>Of {i18n.number(count)} selected. Nothing changes before you have seen the preview.</Trans>
        )}
      </p>
      <BulkFields api={form} />
    </DrawerForm>
  );
}
