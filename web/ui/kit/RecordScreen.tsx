import { ActionIcon, Button } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronUp,
  IconDots,
  IconExternalLink,
  IconMessage,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Card, CardRows, Figures } from '../Card.tsx';
import { Facts } from '../Facts.tsx';
import { LiveDot } from '../LiveDot.tsx';
import { Mark } from '../Mark.tsx';
import { Note } from '../Note.tsx';
import { SplitPage } from '../Page.tsx';
import { Person } from '../Person.tsx';
import { RecordHead } from '../RecordHead.tsx';
import { Ring } from '../Ring.tsx';
import { Status } from '../Status.tsx';
import { StatusGlyph, type Tone } from '../StatusGlyph.tsx';
import { StatusMenu } from '../StatusPill.tsx';
import { Tabs } from '../Tabs.tsx';
import { Tag } from '../Tag.tsx';
import { TimelineDay, TimelineItem } from '../Timeline.tsx';
import { TopBarSlot } from '../TopBar.tsx';
import { minutesAgo, PortalState } from './sample.tsx';

const tabs = [
  'Overview',
  'Contacts',
  'Projects',
  'Work',
  'Requests',
  'Approvals',
  'Documents',
  'Deliverables',
  'Invoices',
  'Rates',
  'Compliance',
  'Activity',
  'Settings',
];
const standards: [string, Tone, string][] = [
  ['Data processing agreement', 'ok', 'Met'],
  ['Liability insurance', 'warn', 'Due in 12 days'],
  ['Safety induction', 'bad', 'Expired'],
];

export function RecordScreen() {
  const [status, setStatus] = useState('active');
  return (
    <>
      <TopBarSlot>
        1 of 12
        <ActionIcon aria-label="Previous client">
          <IconChevronUp size={17} stroke={1.7} />
        </ActionIcon>
        <ActionIcon aria-label="Next client">
          <IconChevronDown size={17} stroke={1.7} />
        </ActionIcon>
      </TopBarSlot>
      <RecordHead
        id="ACM"
        title="Acme Robotics"
        crumbs={[{ label: 'Clients', href: '/clients' }, { label: 'Acme Robotics' }]}
        mark={<Mark id="ACM" name="Acme Robotics" size={44} />}
        status={
          <StatusMenu
            label="status of Acme Robotics"
            value={status}
            onChange={setStatus}
            options={[
              { value: 'active', label: 'Active', tone: 'ok' },
              { value: 'pending', label: 'Pending', tone: 'warn' },
              { value: 'inactive', label: 'Inactive', tone: 'idle' },
            ]}
          />
        }
        meta={['ACM', <Person key="o" id="Mara" name="Mara Lindqvist" label />, 'Client since Mar 2023']}
        tags={
          <>
            <Tag>Retainer</Tag>
            <Tag>Industrial</Tag>
          </>
        }
        actions={
          <>
            <Button variant="default" leftSection={<IconExternalLink size={15} stroke={1.7} />}>
              View portal
            </Button>
            <Button leftSection={<IconPlus size={15} stroke={2.2} />}>Request</Button>
            <ActionIcon aria-label="More actions">
              <IconDots size={17} stroke={1.9} />
            </ActionIcon>
          </>
        }
      />
      <Tabs
        label="Acme Robotics"
        items={tabs.map((label, index) => ({
          id: label,
          label,
          href: `/${label}`,
          active: index === 0,
          count: index % 3 === 1 ? index : undefined,
        }))}
      />
      <SplitPage label="Activity" aside={<Activity />}>
        <Figures
          items={[
            { id: 'open', label: 'Open requests', value: 4, fact: '1 late', late: true },
            { id: 'wait', label: 'Waiting for approval', value: 2, fact: 'due 25 Nov' },
            { id: 'unpaid', label: 'Unpaid', value: '$18,420', fact: '$6,150 overdue', late: true },
            { id: 'work', label: 'Unbilled work', value: '61.5 h', fact: '$7,687' },
          ]}
        />
        <Card
          title="Key facts"
          action={
            <ActionIcon aria-label="Edit key facts">
              <IconPencil size={16} stroke={1.7} />
            </ActionIcon>
          }
        >
          <Facts
            items={[
              { id: 'legal', label: 'Legal name', value: 'Acme Robotics Inc.' },
              { id: 'industry', label: 'Industry', value: 'Industrial automation' },
              { id: 'tax', label: 'Tax ID', value: undefined },
              { id: 'portal', label: 'Portal', value: <PortalState state="Active" /> },
              {
                id: 'web',
                label: 'Website',
                value: (
                  <a className="fy-link" href="https://acmerobotics.com">
                    acmerobotics.com
                  </a>
                ),
              },
              { id: 'address', label: 'Billing address', value: '418 Foundry St, Oakland, CA 94607' },
              { id: 'terms', label: 'Currency, terms', value: 'USD · Net 30' },
              { id: 'zone', label: 'Language, zone', value: 'English · Los Angeles' },
            ]}
          />
        </Card>
        <Card title="Compliance" count="5 of 6 met" action={<Ring percent={83} />} flush>
          <CardRows>
            {standards.map(([name, tone, word]) => (
              <li key={name}>
                <StatusGlyph tone={tone} />
                {name}
                <span
                  style={{
                    marginInlineStart: 'auto',
                    color: tone === 'ok' ? 'var(--mantine-color-dimmed)' : `var(--fy-${tone}-text)`,
                  }}
                >
                  {word}
                </span>
              </li>
            ))}
          </CardRows>
        </Card>
      </SplitPage>
    </>
  );
}

function Activity() {
  return (
    <>
      <div className="kit-activity-head">
        <b>Activity</b> <LiveDot />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scroll box */}
      <section className="kit-activity" tabIndex={0} aria-label="Events">
        <h2 style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden' }}>Events</h2>
        <TimelineDay label="Today">
          <TimelineItem
            actor={{ id: 'Mara', name: 'Mara' }}
            at={minutesAgo(12)}
            before={<Status tone="ok">Met</Status>}
            after={<Status tone="warn">Due in 12 days</Status>}
          >
            <b>Mara</b> changed liability insurance
          </TimelineItem>
          <TimelineItem
            actor={{ id: 'Jonas', name: 'Jonas' }}
            at={minutesAgo(48)}
            before="$155.00"
            after="$165.00"
            extra="from 1 Dec 2026"
          >
            <b>Jonas</b> changed the rate for <b>Senior engineer</b>
          </TimelineItem>
          <TimelineItem icon={<IconMessage stroke={1.7} />} at={minutesAgo(120)}>
            <b>Ana Ruiz</b> replied to <b>Swap the loading-dock photos</b>
          </TimelineItem>
          <TimelineItem
            actor={{ id: 'Priya', name: 'Priya' }}
            at={minutesAgo(180)}
            body={<Note>Ana is out from 2 Dec. Marcus signs until she is back.</Note>}
          >
            <b>Priya</b> left a note
          </TimelineItem>
        </TimelineDay>
      </section>
    </>
  );
}
