import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigation } from '#ui/Link.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Strip } from '#ui/Strip.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import type { ClientSearch } from '../clients/list-search.ts';
import { hrefOf, lostIn } from './address.ts';
import type { ListView } from './useListView.ts';
import { useViewChange } from './useViewChange.ts';
import { ViewMenu } from './ViewMenu.tsx';
import classes from './views.module.css';

const NameView = onDemand(async () => (await import('./NameView.tsx')).NameView);

interface ViewTabsProps {
  search: ClientSearch;
  listView: ListView;
}

/** The views of the list as tabs; what was changed and not saved is marked, saved, or taken back. */
export function ViewTabs({ search, listView }: ViewTabsProps) {
  const { t } = useLingui();
  const { navigate } = useNavigation();
  const [naming, setNaming] = useState<'new' | 'rename'>();
  const { views, view, isChanged, layout, forget } = listView;
  const { save, mayChange } = useViewChange(listView);
  const all = views?.defaultViewId ? '/clients?view=all' : '/clients';
  const lost = view ? lostIn(view).join(', ') : '';

  const reset = () => {
    if (!view) return;
    forget(view.id);
    navigate(hrefOf(view));
  };
  return (
    <>
      <Tabs
        label={t`Views`}
        items={[
          { id: 'all', label: t`All clients`, href: all, active: !view },
          ...(views?.data ?? []).map((one) => ({
            id: one.id,
            label: one.name,
            href: hrefOf(one),
            active: one.id === view?.id,
            dot: one.id === view?.id && isChanged,
          })),
        ]}
        end={
          <span className={classes.end}>
            {view && isChanged ? (
              <>
                {mayChange(view) ? (
                  <Button size="xs" variant="subtle" onClick={() => save.mutate({ view, search, layout })}>
                    <Trans>Save view</Trans>
                  </Button>
                ) : null}
                <Button size="xs" variant="subtle" color="gray" c="dimmed" onClick={reset}>
                  <Trans>Reset</Trans>
                </Button>
              </>
            ) : null}
            <ActionIcon aria-label={t`Save as a new view`} onClick={() => setNaming('new')}>
              <IconPlus size={16} stroke={2} />
            </ActionIcon>
            {view ? <ViewMenu view={view} listView={listView} onRename={() => setNaming('rename')} /> : null}
          </span>
        }
      />
      {lost ? (
        <div className={classes.lost}>
          <Strip tone="warn">
            <Trans>This view was saved with a filter that there is no more: {lost}</Trans>
          </Strip>
        </div>
      ) : null}
      {naming ? (
        <NameView
          view={naming === 'rename' ? view : undefined}
          search={search}
          layout={layout}
          onClose={() => setNaming(undefined)}
        />
      ) : null}
    </>
  );
}
