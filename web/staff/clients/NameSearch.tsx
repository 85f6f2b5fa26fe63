import { useLingui } from '@lingui/react/macro';
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ClientsToolsProps } from './list-search.ts';
import { changed } from './list-search.ts';

interface NameSearchProps extends ClientsToolsProps {
  className?: string | undefined;
}

/** Narrows the list while one types; the address follows without filling the history. */
export function NameSearch({ search, onChange, className }: NameSearchProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(search.q ?? '');
  const apply = useDebouncedCallback((q: string) => {
    if (q.trim() !== (search.q ?? '')) onChange(changed(search, { q: q.trim() || undefined }), true);
  }, 200);

  // The address also changes by Back and by "Clear filters".
  useEffect(() => {
    setTyped((now) => (now.trim() === (search.q ?? '') ? now : (search.q ?? '')));
  }, [search.q]);

  const type = (text: string) => {
    setTyped(text);
    apply(text);
  };

  return (
    <TextInput
      className={className}
      size="xs"
      type="search"
      aria-label={t`Name begins with`}
      placeholder={t`Name begins with…`}
      leftSection={<IconSearch size={14} stroke={1.8} aria-hidden="true" />}
      rightSection={
        typed === '' ? null : (
          <CloseButton size={22} aria-label={t`Clear the search`} onClick={() => type('')} />
        )
      }
      maxLength={80}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      // What is waiting to be applied must not come after a move to another page.
      onBlur={() => apply.flush()}
      data-page-search
    />
  );
}
