import { Trans } from '@lingui/react/macro';
import type { FamilyMember } from '#contracts/schemas/family.ts';
import { Link } from '#ui/Link.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Status } from '#ui/Status.tsx';
import { Tag } from '#ui/Tag.tsx';
import { useStatusWord } from '../clients/status.ts';
import classes from './companies.module.css';

interface FamilyRowProps {
  member: FamilyMember;
  isOwn: boolean;
  own: FamilyMember | undefined;
}

/** A client of the family, as far in as it stands below others; the one whose page this is stands out. */
export function FamilyRow({ member, isOwn, own }: FamilyRowProps) {
  const word = useStatusWord();
  const { id, name, level, status } = member;
  const { label, tone } = word(status);
  return (
    <span className={classes.branch} style={{ paddingInlineStart: level * 18 }} data-level={level}>
      <Mark id={id} name={name} size={20} />
      {isOwn ? (
        <b aria-current="true">{name}</b>
      ) : (
        <Link className="fy-link" href={`/clients/${id}/companies`}>
          {name}
        </Link>
      )}
      {isOwn ? (
        <Tag filled>
          <Trans>This client</Trans>
        </Tag>
      ) : id === own?.parentId ? (
        <Tag>
          <Trans>Parent</Trans>
        </Tag>
      ) : member.parentId === own?.id ? (
        <Tag>
          <Trans>Subsidiary</Trans>
        </Tag>
      ) : null}
      <Status tone={tone} dimmed>
        {label}
      </Status>
    </span>
  );
}
