import { Trans, useLingui } from '@lingui/react/macro';
import { Spotlight } from '@mantine/spotlight';
import { IconCornerDownLeft, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Keys } from './Keys.tsx';
import { useNavigation } from './Link.tsx';
import classes from './Palette.module.css';
import { paletteArrived, paletteStore } from './paletteStore.ts';

export interface PaletteItem {
  id: string;
  label: string;
  /** Dimmed text after the label: code, client, status. */
  hint?: string | undefined;
  icon?: ReactNode;
  /** Key caps printed at the end. */
  keys?: string[];
  /** Record or page; opens in a new tab with ⌘. */
  href?: string;
  run?: () => void;
  /** Keeps the palette open, for commands that lead to a list of choices. */
  stay?: boolean;
}

export interface PaletteGroup {
  id: string;
  label: string;
  items: PaletteItem[];
}

export interface PaletteProps {
  groups: PaletteGroup[];
  query: string;
  onQuery: (query: string) => void;
  /** The server is being asked; older results stay on screen. */
  loading?: boolean;
  error?: boolean;
}

/** A list longer than its box must be reachable to be scrolled; the kit hands this on to its scroll area. */
const reachable = { viewportProps: { tabIndex: 0 } };

/** ⌘K: records, actions and places in groups. Filtering is the app's, as records come from the server. */
export function Palette({ groups, query, onQuery, loading = false, error = false }: PaletteProps) {
  const { t } = useLingui();
  useEffect(paletteArrived, []);
  const shown = groups.filter((group) => group.items.length > 0);
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={onQuery}
      size={620}
      yOffset={96}
      centered={false}
      radius={14}
      shortcut={null}
      scrollable
      maxHeight="min(70vh, 520px)"
      overlayProps={{ color: 'var(--fy-veil)', backgroundOpacity: 1, blur: 0 }}
      transitionProps={{ duration: 120, transition: 'fade' }}
      attributes={{ content: { 'aria-label': t`Command palette` } }}
      classNames={{ content: classes.content, actionsList: classes.list, footer: classes.foot }}
    >
      <Spotlight.Search
        className={classes.search}
        classNames={{ input: classes.input }}
        placeholder={t`Search or jump to…`}
        aria-label={t`Search or jump to`}
        aria-busy={loading}
        leftSection={<IconSearch size={18} stroke={1.8} aria-hidden="true" />}
        rightSectionWidth={52}
        rightSection={<Keys keys={['Esc']} />}
      />
      <Spotlight.ActionsList {...reachable}>
        <ChooseFirst of={shown.flatMap((group) => group.items.map((item) => item.id)).join(' ')} />
        {shown.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
          <div key={group.id} role="group" className={classes.group} aria-labelledby={`palette-${group.id}`}>
            <h2 id={`palette-${group.id}`} className={classes.label}>
              {group.label}
            </h2>
            {group.items.map((item) => (
              <Entry key={item.id} item={item} query={query} />
            ))}
          </div>
        ))}
        {shown.length === 0 ? (
          <Spotlight.Empty>
            {error ? (
              <Trans>Search does not answer. Try again in a moment.</Trans>
            ) : loading ? (
              <Trans>Searching…</Trans>
            ) : (
              <Trans>Nothing found</Trans>
            )}
          </Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
      <Spotlight.Footer>
        <Keys keys={['up', 'down']} /> <Trans>move</Trans>
        <Keys keys={['enter']} /> <Trans>open</Trans>
        <Keys keys={['mod', 'enter']} /> <Trans>new tab</Trans>
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}

/** Answers arrive after the query has changed; the first one is chosen then, so that Enter opens it. */
function ChooseFirst({ of }: { of: string }) {
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const actions =
      of === '' ? [] : [...(place.current?.parentElement?.querySelectorAll('[data-action]') ?? [])];
    for (const action of actions) action.removeAttribute('data-selected');
    actions[0]?.setAttribute('data-selected', 'true');
    paletteStore.updateState((state) => ({ ...state, selected: 0 }));
  }, [of]);

  return <span ref={place} hidden />;
}

function Entry({ item, query }: { item: PaletteItem; query: string }) {
  const { navigate } = useNavigation();
  return (
    <Spotlight.Action
      className={classes.action}
      closeSpotlightOnTrigger={!item.stay}
      onClick={(event) => {
        item.run?.();
        if (item.href === undefined) return;
        if (event.metaKey || event.ctrlKey) window.open(item.href, '_blank', 'noopener');
        else navigate(item.href);
      }}
    >
      <span className={classes.icon}>{item.icon}</span>
      <span className={classes.text}>
        <Marked text={item.label} query={query} />
        {item.hint ? <span className={classes.hint}>{item.hint}</span> : null}
      </span>
      {item.keys ? <Keys keys={item.keys} /> : null}
      <span className={classes.enter} aria-hidden="true">
        <IconCornerDownLeft size={13} stroke={1.9} />
      </span>
    </Spotlight.Action>
  );
}

/** The part that matched in heavier type. */
function Marked({ text, query }: { text: string; query: string }) {
  const needle = query.trim().toLocaleLowerCase();
  const at = needle === '' ? -1 : text.toLocaleLowerCase().indexOf(needle);
  if (at < 0) return <span>{text}</span>;
  const end = at + needle.length;
  return (
    <span>
      {text.slice(0, at)}
      <b>{text.slice(at, end)}</b>
      {text.slice(end)}
    </span>
  );
}
