import { useLingui } from '@lingui/react/macro';
import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Tools } from '#ui/Page.tsx';
import classes from './contacts.module.css';
import { flags, isFlag, useFlagWord } from './flags.ts';
import type { Wish } from './shown.ts';

interface PeopleToolsProps {
  wish: Wish;
  onWish: (wish: Wish) => void;
}

/** Looks for people by what is shown of them, and by what they are for the client. */
export function PeopleTools({ wish, onWish }: PeopleToolsProps) {
  const { t } = useLingui();
  const word = useFlagWord();
  const setText = (text: string) => onWish({ ...wish, text });
  return (
    <Tools>
      <TextInput
        className={classes.search}
        size="xs"
        type="search"
        aria-label={t`Find a contact`}
        placeholder={t`Name, title, e-mail…`}
        leftSection={<IconSearch size={14} stroke={1.8} aria-hidden="true" />}
        rightSection={
          wish.text === '' ? null : (
            <CloseButton size={22} aria-label={t`Clear the search`} onClick={() => setText('')} />
          )
        }
        maxLength={80}
        value={wish.text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-page-search
      />
      <NativeSelect
        size="xs"
        aria-label={t`With the role`}
        data={[
          { value: '', label: t`Any role` },
          ...flags.map((flag) => ({ value: flag as string, label: word(flag) })),
        ]}
        value={wish.flag ?? ''}
        onChange={({ currentTarget: { value } }) => onWish({ ...wish, flag: isFlag(value) ? value : null })}
      />
    </Tools>
  );
}
