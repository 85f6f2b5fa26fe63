import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { OvertimePolicy as Policy } from '#contracts/schemas/overtime.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { useHere } from '../session/me.ts';
import { workspaceSettings } from '../settings/queries.ts';
import classes from './rates.module.css';
import { usePolicyWords } from './words.ts';

/** Most who look at the card may not change the policy: they need no form. */
const PolicyForm = onDemand(async () => (await import('./PolicyForm.tsx')).PolicyForm);

/** What overtime costs where a rate does not say. */
export function OvertimePolicy() {
  const { workspaceId, can } = useHere();
  const { data } = useQuery(workspaceSettings(workspaceId));
  if (!data) return null;
  return (
    <section className={classes.policy} data-print="hide" aria-labelledby="overtime-policy">
      <h2 id="overtime-policy">
        <Trans>Overtime without a rate of its own</Trans>
      </h2>
      {can('settings.manage') ? <PolicyForm read={data} /> : <PolicyText policy={data.overtimePolicy} />}
    </section>
  );
}

function PolicyText({ policy }: { policy: Policy }) {
  const { i18n } = useLingui();
  const words = usePolicyWords();
  if (policy.kind !== 'multiplier') return <span>{words[policy.kind]}</span>;
  const times = i18n.number(policy.hundredths / 100);
  return (
    <span>
      {words.multiplier}: ×{times}
    </span>
  );
}
