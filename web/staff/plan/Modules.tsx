import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ModuleState, moduleCatalogue } from '#contracts/modules.ts';
import type { WorkspacePlan } from '#contracts/schemas/plan.ts';
import { Card, CardRows } from '#ui/Card.tsx';
import { useFormats } from '#ui/formats.ts';
import { Status } from '#ui/Status.tsx';
import type { OnWish } from './change.ts';
import classes from './plan.module.css';
import { usePlanWords } from './words.ts';

type ModuleRow = WorkspacePlan['modules'][number];

/** The moves that a page offers of each state; what is on goes off before it is put away. */
const moves: Record<ModuleState, readonly ModuleState[]> = {
  not_installed: ['enabled'],
  installed: ['enabled', 'not_installed'],
  enabled: ['disabled'],
  disabled: ['enabled', 'parked'],
  parked: ['enabled'],
};

/** The parts of the product in this workspace, each with its state and where it can go from there. */
export function Modules({ modules, onWish }: { modules: ModuleRow[]; onWish: OnWish }) {
  const { t } = useLingui();
  return (
    <Card title={t`Modules`} flush>
      <CardRows>
        {modules.map((module) => (
          <li key={module.key}>
            <Row module={module} onWish={onWish} />
          </li>
        ))}
      </CardRows>
    </Card>
  );
}

function Row({ module: { key, state, inPlan, keptUntil }, onWish }: { module: ModuleRow; onWish: OnWish }) {
  const { locale, timeZone } = useFormats();
  const words = usePlanWords();
  const wishOf = useModuleWish();
  const { name, summary } = words.module(key);
  const { label, tone } = words.state(state);
  const until =
    keptUntil && new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(keptUntil));
  const isCore = moduleCatalogue[key].core;
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <b>{name}</b>
        <span>{summary}</span>
        {until ? (
          <span>
            <Trans>Everything in it is kept until {until} and comes back as it was.</Trans>
          </span>
        ) : null}
        {inPlan ? null : (
          <span>
            <Trans>Not part of the plan: switching it on shows nothing until the plan has it.</Trans>
          </span>
        )}
      </div>
      <span className={classes.state}>
        <Status tone={tone}>{isCore ? <Trans>Always on</Trans> : label}</Status>
      </span>
      <span className={classes.acts}>
        {isCore
          ? null
          : moves[state].map((to) => {
              const wish = wishOf(key, state, to);
              return (
                <Button
                  key={to}
                  size="xs"
                  variant="default"
                  aria-label={wish.title}
                  onClick={() => onWish(wish)}
                >
                  {wish.submitLabel}
                </Button>
              );
            })}
      </span>
    </div>
  );
}

/** A move of a module in words. */
function useModuleWish() {
  const { t } = useLingui();
  const words = usePlanWords();
  return (key: ModuleRow['key'], from: ModuleState, to: ModuleState) => {
    const { name } = words.module(key);
    const restores = from === 'parked' && to === 'enabled';
    const spoken: Record<ModuleState, [title: string, label: string]> = {
      enabled: restores
        ? [t`Restore ${name}`, t`Restore`]
        : from === 'not_installed'
          ? [t`Install ${name}`, t`Install`]
          : [t`Switch ${name} on`, t`Switch on`],
      disabled: [t`Switch ${name} off`, t`Switch off`],
      parked: [t`Put ${name} away`, t`Put away`],
      not_installed: [t`Uninstall ${name}`, t`Uninstall`],
      installed: [t`Install ${name}`, t`Install`],
    };
    const [title, submitLabel] = spoken[to];
    return { title, submitLabel, change: { modules: { [key]: to } }, module: { key, to } };
  };
}
