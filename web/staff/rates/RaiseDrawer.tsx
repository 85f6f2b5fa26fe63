import { Plural, useLingui } from '@lingui/react/macro';
import { Select, TextInput } from '@mantine/core';
import type { ClientId } from '#contracts/ids.ts';
import { toDecimal } from '#contracts/money.ts';
import type { Uplift } from '#contracts/schemas/rate.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { parsePercent } from '../percent.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { Preview } from './Preview.tsx';
import { useMove } from './useMove.ts';

interface RaiseDrawerProps {
  clientId: ClientId;
  currency: string;
  onClose: () => void;
  onWritten: () => void;
}

interface RaiseValues extends Record<string, unknown> {
  percent: string;
  from: string;
  roundTo: string;
  rounding: Uplift['rounding'];
}

const steps = [1, 5, 10, 50, 100, 500] as const satisfies Uplift['roundTo'][];
/** What a raise may be, in hundredths of a percent. */
const [LEAST, MOST] = [-9_000, 50_000];

/** Raises whatever is valid on a day by a percentage, from that day on. */
export function RaiseDrawer({ clientId, currency, onClose, onWritten }: RaiseDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const labels: Record<string, string> = {
    percent: t`Percentage`,
    from: t`From`,
    roundTo: t`Rounded to`,
    rounding: t`Rounding`,
  };
  const { form, guard, preview, submit } = useMove<RaiseValues>({
    initial: { percent: '', from: '', roundTo: '1', rounding: 'nearest' },
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ percent, from }) => {
      const hundredths = parsePercent(percent);
      const isWrong = hundredths === null || hundredths < LEAST || hundredths > MOST;
      return {
        percent: isWrong ? t`-90 to 500, with at most two decimals` : null,
        from: from === '' ? t`Choose a day` : null,
      };
    },
    ask: async ({ percent, from, roundTo, rounding }, isPreview, idempotencyKey) =>
      bodyOf(
        await api.rates.uplift({
          params: { workspaceId, clientId },
          query: { preview: isPreview ? 'true' : 'false' },
          body: {
            percent: parsePercent(percent) ?? 0,
            from,
            roundTo: steps.find((step) => String(step) === roundTo),
            rounding,
          },
          ...(!isPreview && { idempotencyKey }),
        }),
      ),
    onWritten: ({ data }) => {
      toast.ok(<Plural value={data.length} one="# rate was changed" other="# rates were changed" />);
      onWritten();
    },
  });
  const isEmpty = preview?.data.length === 0;
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Raise rates`}
      size={600}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={isEmpty ? onClose : submit}
      submitLabel={isEmpty ? t`Close` : preview ? t`Write these rates` : t`Show what would be written`}
      submitting={form.busy}
    >
      <FieldRow>
        <TextInput
          {...form.field('percent')}
          label={labels.percent}
          description={t`A minus lowers them.`}
          required
          inputMode="decimal"
          autoComplete="off"
          rightSection="%"
          data-autofocus
        />
        <TextInput
          {...form.field('from')}
          type="date"
          label={labels.from}
          description={t`What was valid ends the day before.`}
          required
        />
      </FieldRow>
      <FieldRow>
        <Select
          {...form.field('rounding')}
          label={labels.rounding}
          allowDeselect={false}
          data={[
            { value: 'nearest', label: t`To the nearest` },
            { value: 'up', label: t`Always up` },
            { value: 'down', label: t`Always down` },
          ]}
        />
        <Select
          {...form.field('roundTo')}
          label={labels.roundTo}
          allowDeselect={false}
          data={steps.map((step) => ({
            value: String(step),
            label: `${toDecimal(step, currency)} ${currency}`,
          }))}
        />
      </FieldRow>
      {preview ? <Preview outcome={preview} /> : null}
    </DrawerForm>
  );
}
