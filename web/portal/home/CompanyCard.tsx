import { useLingui } from '@lingui/react/macro';
import { IconExternalLink, IconFileText, IconWorld } from '@tabler/icons-react';
import type { PortalCompany, PortalCompanyPage } from '#contracts/schemas/portal.ts';
import { StatusGlyph } from '#ui/StatusGlyph.tsx';
import { useFront } from '../front.ts';
import { FieldRow, shortOf } from './FieldRow.tsx';
import classes from './home.module.css';
import { Row } from './Rows.tsx';
import { Section } from './Section.tsx';

/** What the firm knows its client by, and how things stand between them. */
export function CompanyCard({ company }: { company: PortalCompanyPage }) {
  const { t } = useLingui();
  const { legalName, website, fields } = company;
  const status = useStatus(company.status);
  return (
    <Section title={t`Your company`} area="company">
      <ul className={classes.rows}>
        <Row
          icon={<StatusGlyph tone={status.tone} size={14} />}
          tone={status.tone}
          title={status.title}
          detail={status.detail}
        />
        {legalName ? (
          <Row icon={<IconFileText size={20} stroke={1.7} />} title={legalName} detail={t`Legal name`} />
        ) : null}
        {website ? (
          <Row
            icon={<IconWorld size={20} stroke={1.7} />}
            title={
              <a className={classes.site} href={website} target="_blank" rel="noreferrer">
                {shortOf(website)}
                <IconExternalLink size={15} stroke={1.7} aria-hidden="true" />
              </a>
            }
            detail={t`Website`}
          />
        ) : null}
        {fields.map((field) => (
          <FieldRow key={field.key} field={field} />
        ))}
      </ul>
    </Section>
  );
}

/** The states of a client in words that mean something to the client. */
function useStatus(status: PortalCompany['status']) {
  const { t } = useLingui();
  const { name: firm } = useFront();
  const states = {
    pending: {
      tone: 'warn',
      title: t`We are getting started`,
      detail: t`${firm} is setting things up for you.`,
    },
    active: { tone: 'ok', title: t`We are working together`, detail: t`Everything is up and running.` },
    inactive: {
      tone: 'idle',
      title: t`This relationship is closed`,
      detail: t`You can still read what was shared with you.`,
    },
  } as const;
  return states[status];
}
