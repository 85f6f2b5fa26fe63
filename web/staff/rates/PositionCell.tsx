import { Combobox, useCombobox } from '@mantine/core';
import type { InputHTMLAttributes, KeyboardEvent, RefObject } from 'react';
import { foldPosition } from '#contracts/positions.ts';
import classes from './rates.module.css';

interface PositionCellProps extends InputHTMLAttributes<HTMLInputElement> {
  inputRef: RefObject<HTMLInputElement | null>;
  value: string;
  /** The names that the workspace keeps. */
  names: readonly string[];
  onTyped: (text: string) => void;
}

/** Names that are offered at once; whoever types on is offered others. */
const MOST = 8;

/** A cell for a position: it offers the names of the workspace's list while one is typed, and takes any other. */
export function PositionCell({
  inputRef,
  value,
  names,
  onTyped,
  onKeyDown,
  onBlur,
  ...input
}: PositionCellProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const folded = foldPosition(value);
  const offered = names
    .filter((name) => foldPosition(name).includes(folded) && foldPosition(name) !== folded)
    .slice(0, MOST);
  const isOpen = combobox.dropdownOpened && offered.length > 0;
  /** The arrows go through the names only while these are in sight; else they go from cell to cell. */
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const act = {
      ArrowDown: () => combobox.selectNextOption(),
      ArrowUp: () => combobox.selectPreviousOption(),
      Enter: () => (combobox.getSelectedOptionIndex() >= 0 ? combobox.clickSelectedOption() : undefined),
      Escape: () => combobox.closeDropdown(),
    }[event.key];
    const isEnterAlone = event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0;
    if (!isOpen || !act || isEnterAlone) return onKeyDown?.(event);
    event.preventDefault();
    act();
  };
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width={240}
      onOptionSubmit={(name) => {
        onTyped(name);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withKeyboardNavigation={false} withAriaAttributes={false}>
        <input
          {...input}
          ref={inputRef}
          className={classes.input}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? (combobox.listId ?? undefined) : undefined}
          value={value}
          onChange={(event) => {
            onTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onKeyDown={onKey}
          onBlur={(event) => {
            combobox.closeDropdown();
            onBlur?.(event);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options aria-label={input['aria-label']}>
          {offered.map((name) => (
            <Combobox.Option key={name} value={name}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
