import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { OvertimePolicy as Policy } from '#contracts/schemas/overtime.ts';
import type { WorkspaceSettings } from '#contracts/schemas/workspace.ts';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { workspaceSettings } from '../settings/queries.ts';
import classes from './rates.module.css';
import { usePolicyWords } from './words.ts';

interface PolicyValues extends Record<string, unknown> {
  kind: Policy['kind'];
  times: string;
}

const USUAL = '1.5';
const [LEAST, MOST] = [100, 300];

const valuesOf = (policy: Policy): PolicyValues => ({
  kind: policy.kind,
  times: policy.kind === 'multiplier' ? String(policy.hundredths / 100) : USUAL,
});

/** What was typed as hundredths of one, or null when it is no multiple there may be. */
function hundredthsOf(times: string): number | null {
  const [, whole, fraction = ''] = /^(\d)(?:[.,](\d{0,2}))?$/.exec(times.trim()) ?? [];
  const hundredths = whole === undefined ? null : Number(whole + fraction.padEnd(2, '0'));
  return hundredths !== null && hundredths >= LEAST && hundredths <= MOST ? hundredths : null;
}

const policyOf = ({ kind, times }: PolicyValues): Policy =>
  kind === 'multiplier' ? { kind, hundredths: hundredthsOf(times) ?? LEAST } : { kind };

/** Changes what overtime costs where a rate does not say. */
export function PolicyForm({ read }: { read: WorkspaceSettings }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const words = usePolicyWords();
  const query = workspaceSettings(workspaceId);
  const base = useRef(read);
  const labels: Record<string, string> = { kind: t`Overtime`, times: t`Times the regular rate` };
  const form = useApiForm<PolicyValues>({
    initial: valuesOf(read.overtimePolicy),
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ kind, times }) => ({
      times:
        kind === 'multiplier' && hundredthsOf(times) === null ? t`1 to 3, with at most two decimals` : null,
    }),
    send: async (values) => {
      const answer = await api.workspaceSettings.update({
        params: { workspaceId },
        body: { overtimePolicy: policyOf(values) },
        ifMatch: base.current.version,
      });
      base.current = bodyOf(answer);
      queryClient.setQueryData(query.queryKey, base.current);
    },
    onError: (error) => {
      if (error.status !== 412) return false;
      const who = String(error.problem?.changedBy ?? '');
      base.current = { ...base.current, version: Number(error.problem?.version) };
      form.fail({ kind: t`${who} changed the workspace meanwhile. Save again to put this over it.` });
      return true;
    },
  });
  const { values } = form.form;
  const kept = valuesOf(base.current.overtimePolicy);
  const isChanged =
    values.kind !== kept.kind || (values.kind === 'multiplier' && values.times !== kept.times);
  const save = () =>
    void form.submit(() => {
      form.restart(valuesOf(base.current.overtimePolicy));
      toast.ok(<Trans>The overtime policy was saved</Trans>);
    });
  return (
    <form
      className={classes.policyForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Select
        {...form.field('kind')}
        aria-label={labels.kind}
        allowDeselect={false}
        data={(['block', 'multiplier', 'regular'] as const).map((kind) => ({
          value: kind,
          label: words[kind],
        }))}
      />
      {values.kind === 'multiplier' ? (
        <TextInput
          {...form.field('times')}
          aria-label={labels.times}
          leftSection="×"
          inputMode="decimal"
          autoComplete="off"
          maxLength={4}
          w={110}
        />
      ) : null}
      {isChanged ? (
        <Button type="submit" variant="light" loading={form.busy}>
          <Trans>Save policy</Trans>
        </Button>
      ) : null}
    </form>
  );
}
