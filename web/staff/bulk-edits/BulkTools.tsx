import { Trans } from '@lingui/react/macro';
import { IconCircleDot, IconTag, IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { BulkChange, BulkEditCreate } from '#contracts/schemas/bulk-edit.ts';
import { BulkBar, BulkButton } from '#ui/BulkBar.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { type ClientSearch, filterIn } from '../clients/list-search.ts';
import type { ClientSelection } from '../clients/selection.ts';

const BulkForm = onDemand(async () => (await import('./BulkForm.tsx')).BulkForm);

interface BulkToolsProps {
  search: ClientSearch;
  selection: ClientSelection;
  /** Clients on this page, all of which may be ticked. */
  shown: readonly { id: string }[];
  /** Clients that the filters find, where that is known. */
  total: number | undefined;
}

/** What can be done with the ticked clients. */
export function BulkTools({ search, selection, shown, total }: BulkToolsProps) {
  const [field, setField] = useState<BulkChange['field']>();
  const { ids, all, pickAll, clear } = selection;
  const wholePage = shown.length > 0 && ids.size === shown.length && shown.every(({ id }) => ids.has(id));
  const count = all ? total : ids.size;
  const picked: BulkEditCreate['selection'] = all
    ? { by: 'filter', filter: filterIn(search) }
    : { by: 'ids', ids: [...ids] as ClientId[] };
  return (
    <>
      <BulkBar
        count={all ? (total ?? shown.length) : ids.size}
        scope={all ? 'all' : wholePage ? 'page' : 'some'}
        total={total}
        onSelectAll={total === undefined || total > ids.size ? pickAll : undefined}
        onClear={clear}
      >
        <BulkButton icon={<IconCircleDot size={15} stroke={1.7} />} onClick={() => setField('status')}>
          <Trans>Status</Trans>
        </BulkButton>
        <BulkButton icon={<IconUserCircle size={15} stroke={1.7} />} onClick={() => setField('owner')}>
          <Trans>Owner</Trans>
        </BulkButton>
        <BulkButton icon={<IconTag size={15} stroke={1.7} />} onClick={() => setField('tags')}>
          <Trans>Tags</Trans>
        </BulkButton>
      </BulkBar>
      {field ? (
        <BulkForm field={field} count={count} selection={picked} onClose={() => setField(undefined)} />
      ) : null}
    </>
  );
}
