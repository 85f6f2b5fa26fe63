import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Progress } from '@mantine/core';
import type { WorkspacePlan } from '#contracts/schemas/plan.ts';
import { Card } from '#ui/Card.tsx';
import { Status } from '#ui/Status.tsx';
import classes from './plan.module.css';
import { usePlanWords } from './words.ts';

type LimitUse = WorkspacePlan['limits'][number];

/** How much of what the plan allows is used; above a lowered limit it says what that means. */
export function Limits({ limits }: { limits: LimitUse[] }) {
  const { t } = useLingui();
  return (
    <Card title={t`Limits`}>
      <ul className={classes.limits}>
        {limits.map((limit) => (
          <li key={limit.limit}>
            <LimitBar {...limit} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function LimitBar({ limit, used, max }: LimitUse) {
  const { t, i18n } = useLingui();
  const words = usePlanWords();
  const [label, some] = [words.limit(limit), i18n.number(used)];
  if (max === null) {
    return (
      <div className={classes.limitHead}>
        <b>{label}</b>
        <span>
          <Trans>{some}, no limit</Trans>
        </span>
      </div>
    );
  }
  const all = i18n.number(max);
  const over = used - max;
  const share = max === 0 ? 100 : Math.min(100, (used / max) * 100);
  return (
    <>
      <div className={classes.limitHead}>
        <b>{label}</b>
        <span>
          <Trans>
            {some} of {all}
          </Trans>
        </span>
      </div>
      <Progress.Root size={6} radius={3} className={classes.bar}>
        <Progress.Section
          value={share}
          color={over > 0 ? 'var(--fy-bad)' : over === 0 ? 'var(--fy-warn)' : 'var(--fy-accent)'}
          aria-label={label}
          aria-valuetext={t`${some} of ${all}`}
        />
      </Progress.Root>
      {over > 0 ? (
        <Status tone="bad" strong>
          <Plural
            value={over}
            one="# above the limit. Nothing is deleted; no more can be added."
            other="# above the limit. Nothing is deleted; no more can be added."
          />
        </Status>
      ) : over === 0 ? (
        <Status tone="warn">
          <Trans>The limit is reached; no more can be added.</Trans>
        </Status>
      ) : null}
    </>
  );
}
