import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { IconCircleCheck, IconMail } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PortalBootstrap, PortalCompany, PortalMe } from '#contracts/schemas/portal.ts';
import { ErrorPage } from '#ui/ErrorBoundary.tsx';
import { Mark } from '#ui/Mark.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { Person } from '#ui/Person.tsx';
import { Status } from '#ui/Status.tsx';
import classes from './portal.module.css';
import { companyQuery, meQuery } from './queries.ts';
import { TopBar } from './TopBar.tsx';

type Company = PortalMe['clients'][number];

/** The person's own company first; then what needs him, and whom to turn to. */
export function Home({ front }: { front: PortalBootstrap }) {
  const cache = useQueryClient();
  const me = useQuery(meQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const companies = me.data?.clients ?? [];
  const current = companies.find(({ clientId }) => clientId === chosen) ?? companies[0];
  const choose = (clientId: string) => {
    // Nothing of one company stays in memory while another is looked at.
    cache.removeQueries({ queryKey: ['company'] });
    setChosen(clientId);
  };
  return (
    <>
      <TopBar front={front} me={me.data ?? null} current={current} onChoose={choose} />
      <main className={classes.page} aria-busy={me.isPending || undefined}>
        {me.isPending ? <Waiting /> : null}
        {me.isError ? <ErrorPage error={me.error} onRetry={() => void me.refetch()} /> : null}
        {me.data && !current ? <NoCompany email={me.data.user.email} /> : null}
        {me.data && current ? <CompanyHome key={current.clientId} me={me.data} company={current} /> : null}
      </main>
    </>
  );
}

function CompanyHome({ me, company }: { me: PortalMe; company: Company }) {
  const { data, isError, error, refetch } = useQuery(companyQuery(company));
  const [firstName = me.user.name] = me.user.name.split(' ');
  if (isError) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <header className={classes.head}>
        <Mark id={company.clientId} name={company.name} size={46} />
        <div>
          <PageTitle title={company.name} focusKey={company.clientId} />
          <p className={classes.quiet}>
            <Trans>Welcome, {firstName}</Trans>
          </p>
        </div>
      </header>
      {data ? <Sections company={data} /> : <Waiting />}
    </>
  );
}

function Sections({ company }: { company: PortalCompany }) {
  const { accountManager: manager, website } = company;
  const site = website?.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return (
    <div className={classes.sections}>
      <section>
        <h2 className={classes.heading}>
          <Trans>Needs your attention</Trans>
        </h2>
        <div className={classes.card}>
          <div className={classes.row}>
            <span className={classes.tile}>
              <IconCircleCheck size={20} stroke={1.7} aria-hidden="true" />
            </span>
            <span>
              <strong>
                <Trans>All clear</Trans>
              </strong>
              <span className={classes.second}>
                <Trans>Nothing is waiting for you.</Trans>
              </span>
            </span>
          </div>
        </div>
      </section>
      <section>
        <h2 className={classes.heading}>
          <Trans>Your account manager</Trans>
        </h2>
        <div className={classes.card}>
          <div className={classes.row}>
            <Person id={manager.email} name={manager.name} size={40} />
            <span>
              <strong>{manager.name}</strong>
              <a className={classes.mail} href={`mailto:${manager.email}`}>
                <IconMail size={16} stroke={1.7} aria-hidden="true" />
                {manager.email}
              </a>
            </span>
          </div>
        </div>
      </section>
      <section>
        <h2 className={classes.heading}>
          <Trans>Your company</Trans>
        </h2>
        <dl className={`${classes.card} ${classes.facts}`}>
          <dt>
            <Trans>Status</Trans>
          </dt>
          <dd>
            <CompanyStatus status={company.status} />
          </dd>
          {company.legalName ? (
            <>
              <dt>
                <Trans>Legal name</Trans>
              </dt>
              <dd>{company.legalName}</dd>
            </>
          ) : null}
          {website ? (
            <>
              <dt>
                <Trans>Website</Trans>
              </dt>
              <dd>
                <a href={website} rel="noreferrer" target="_blank">
                  {site}
                </a>
              </dd>
            </>
          ) : null}
        </dl>
      </section>
    </div>
  );
}

/** The states of a client in words that mean something to the client. */
function CompanyStatus({ status }: { status: PortalCompany['status'] }) {
  const { t } = useLingui();
  const words = {
    pending: { tone: 'warn', text: t`We are getting started` },
    active: { tone: 'ok', text: t`We are working together` },
    inactive: { tone: 'idle', text: t`Closed; you can still read` },
  } as const;
  const { tone, text } = words[status];
  return <Status tone={tone}>{text}</Status>;
}

function NoCompany({ email }: { email: string }) {
  const { t } = useLingui();
  return (
    <div className={classes.alone}>
      <PageTitle title={t`Nothing is shared with you here`} />
      <p>
        <Trans>
          You are signed in as {email}. Ask the person who invited you to share your company with you.
        </Trans>
      </p>
    </div>
  );
}

function Waiting() {
  return (
    <div className={classes.sections} aria-hidden="true">
      <Skeleton height={68} radius={14} />
      <Skeleton height={68} radius={14} />
      <Skeleton height={120} radius={14} />
    </div>
  );
}
