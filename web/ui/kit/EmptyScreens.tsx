import { Button } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { Crumbs } from '../Crumbs.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { ErrorPage } from '../ErrorBoundary.tsx';
import { Gates } from '../Gates.tsx';
import { Link } from '../Link.tsx';
import { PageHead } from '../PageHead.tsx';
import { Person } from '../Person.tsx';
import { Status } from '../Status.tsx';

export function EmptyScreen() {
  return (
    <>
      <PageHead title="Clients" />
      <EmptyState
        kind="first-use"
        title="Add your first client"
        sample={<Status tone="warn">Pending</Status>}
        action={<Button leftSection={<IconPlus size={15} stroke={2.2} />}>New client</Button>}
        more={
          <>
            Have a list already?{' '}
            <Link className="fy-link" href="/clients/import">
              Import a CSV
            </Link>{' '}
            or{' '}
            <Link className="fy-link" href="/sample">
              try it with sample data
            </Link>
          </>
        }
      >
        A client holds its people, projects, rates, files and invoices in one place. It starts as Pending, and
        nobody outside sees it until you invite them.
      </EmptyState>
    </>
  );
}

export function NoMatchScreen() {
  return (
    <>
      <PageHead title="Clients" count={0} />
      <EmptyState kind="no-match" title="No client matches" onClear={() => {}}>
        Two filters are on. Clear them to see all 12 clients.
      </EmptyState>
    </>
  );
}

export function ErrorScreen() {
  return <ErrorPage error={{ traceId: '1-67a3f0c2-9b1d' }} onRetry={() => {}} />;
}

export function AccessScreen() {
  return (
    <>
      <div style={{ padding: '10px 20px 0' }}>
        <Crumbs
          items={[
            { label: 'Clients', href: '/' },
            { label: 'Acme Robotics', href: '/a' },
            { label: 'Rates' },
          ]}
        />
      </div>
      <EmptyState
        kind="no-permission"
        order={1}
        title="You don’t have access to rates"
        permission="clients.manage_service_rates"
        gates={
          <Gates
            gates={[
              { id: 'module', label: 'Module', reason: 'Rates is on', state: 'pass' },
              { id: 'plan', label: 'Plan', reason: 'Included in Studio', state: 'pass' },
              { id: 'role', label: 'Role', reason: 'Basic lacks this permission', state: 'stop' },
              { id: 'client', label: 'Client', reason: 'Linked through Plant 3 rollout', state: 'pass' },
            ]}
          />
        }
        who={
          <>
            <Person id="Mara" name="Mara Lindqvist" size={24} /> Mara or Jonas can open this.
          </>
        }
        action={
          <>
            <Button variant="default">Back to Acme</Button>
            <Button leftSection={<IconSend size={15} stroke={1.7} />}>Ask Mara</Button>
          </>
        }
      />
    </>
  );
}
