import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { pageCatalogue, pages } from '#contracts/pages.ts';
import type { PlanSimulation } from '#contracts/schemas/plan.ts';
import { Person } from '#ui/Person.tsx';
import { Status } from '#ui/Status.tsx';
import { usePageWord } from '../shell/pages.ts';
import classes from './plan.module.css';
import { usePlanWords } from './words.ts';

/** What a change would do, heading by heading; what stays as it is has no heading. */
export function Effects({ effects }: { effects: PlanSimulation }) {
  const { t } = useLingui();
  const words = usePlanWords();
  const pageWord = usePageWord();
  const { gained, lost, menus, routes, people, limits } = effects;
  /** The server names pages as the catalogue does; here they are called as in the menus. */
  const called = (label: string) => {
    const page = pages.find((id) => pageCatalogue[id].label === label);
    return page ? pageWord(page) : label;
  };
  const over = limits.filter((limit) => limit.over);
  const isQuiet = gained.length + lost.length + people.length + over.length === 0;
  return (
    <>
      {isQuiet ? (
        <p className={classes.text}>
          <Trans>Nobody gains or loses anything by this today.</Trans>
        </p>
      ) : null}
      <Part title={t`Comes`} items={gained.map((feature) => words.feature(feature))} />
      <Part title={t`Goes`} items={lost.map((feature) => words.feature(feature))} />
      <Part title={t`Menus that go`} items={menus.map(called)} />
      <LimitsAfter limits={limits} />
      {people.length > 0 ? (
        <section className={classes.part}>
          <h3>
            <Trans>People who lose pages</Trans>
          </h3>
          <ul>
            {people.map(({ userId, name, loses }) => (
              <li key={userId} className={classes.loser}>
                <Person id={userId} name={name} size={20} label />
                <span className={classes.dim}>{loses.map(called).join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {routes.length > 0 ? (
        <details className={classes.part}>
          <summary>
            <Plural
              value={routes.length}
              one="# route of the API stops answering"
              other="# routes of the API stop answering"
            />
          </summary>
          <ul className={classes.routes}>
            {routes.map((route) => (
              <li key={route}>{route}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Part({ title, items }: { title: string; items: readonly ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      <p>{items.join(', ')}</p>
    </section>
  );
}

/** Each limit as it would be; who is above it keeps everything and adds nothing. */
function LimitsAfter({ limits }: Pick<PlanSimulation, 'limits'>) {
  const { i18n } = useLingui();
  const words = usePlanWords();
  return (
    <section className={classes.part}>
      <h3>
        <Trans>Limits afterwards</Trans>
      </h3>
      <ul>
        {limits.map(({ limit, used, max, over }) => {
          const some = i18n.number(used);
          const all = max === null ? '' : i18n.number(max);
          return (
            <li key={limit}>
              {words.limit(limit)}:{' '}
              {max === null ? (
                <Trans>{some}, no limit</Trans>
              ) : (
                <Trans>
                  {some} of {all}
                </Trans>
              )}
              {over ? (
                <div>
                  <Status tone="bad" strong>
                    <Trans>Above the limit. Nothing is deleted; no more can be added.</Trans>
                  </Status>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
