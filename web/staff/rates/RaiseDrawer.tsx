import { Plural, useLingui } from '@lingui/react/macro';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { toDecimal } from '#contracts/money.ts';
import type { Uplift } from '#contracts/schemas/rate.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { parsePercent } from '../percent.ts';
import { useHere } from '../session/me.ts';
import { Preview } from './Preview.tsx';
import { type RateHome, upliftRates } from './queries.ts';
import { useMove } from './useMove.ts';

interface RaiseDrawerProps {
  home: RateHome;
  currency: string;
  onClose: () => void;
  onWritten: () => void;
}

interface RaiseValues extends Record<string, unknown> {
  percent: string;
  from: string;
  roundTo: string;
  rounding: Uplift['rounding'];
  later: boolean;
}

const bodyOf = ({ percent, from, roundTo, rounding, later }: RaiseValues) => ({
  percent: parsePercent(percent) ?? 0,
  from,
  roundTo: steps.find((step) => String(step) === roundTo) ?? 1,
  rounding,
  later: later ? ('raise' as const) : ('keep' as const),
});

const steps = [1, 5, 10, 50, 100, 500] as const satisfies Uplift['roundTo'][];
/** What a raise may be, in hundredths of a percent. */
const [LEAST, MOST] = [-9_000, 50_000];

/** Raises whatever is valid on a day by a percentage, from that day on. */
export function RaiseDrawer({ home, currency, onClose, onWritten }: RaiseDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const labels: Record<string, string> = {
    percent: t`Percentage`,
    from: t`From`,
    roundTo: t`Rounded to`,
    rounding: t`Rounding`,
    later: t`Raise rates that are agreed for later as well`,
  };
  const { form, guard, preview, parts, written, submit } = useMove<RaiseValues>({
    initial: { percent: '', from: '', roundTo: '1', rounding: 'nearest', later: false },
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ percent, from }) => {
      const hundredths = parsePercent(percent);
      const isWrong = hundredths === null || hundredths < LEAST || hundredths > MOST;
      const isNothing = hundredths === 0 ? t`0 % changes nothing` : null;
      return {
        percent: isWrong ? t`-90 to 500, with at most two decimals` : isNothing,
        from: from === '' ? t`Choose a day` : null,
      };
    },
    look: (values) => upliftRates(workspaceId, home, bodyOf(values), null),
    write: (values, positions, key) => upliftRates(workspaceId, home, { ...bodyOf(values), positions }, key),
    onWritten: (rates) => {
      toast.ok(<Plural value={rates} one="# rate was changed" other="# rates were changed" />);
      onWritten();
    },
  });
  const isEmpty = preview?.data.length === 0;
  return (
    <DrawerForm
      opened
      onClose={written > 0 ? onWritten : onClose}
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
      <Checkbox
        {...form.form.getInputProps('later', { type: 'checkbox' })}
        label={labels.later}
        description={t`Otherwise they begin as they were agreed.`}
      />
      {preview ? <Preview outcome={preview} parts={parts} written={written} /> : null}
    </DrawerForm>
  );
}
