import { Trans, useLingui } from '@lingui/react/macro';
import { FileInput, Select, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { MOST_RATES } from '#contracts/positions.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { Strip } from '#ui/Strip.tsx';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { fields } from './grid.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { type Mapping, putInto, readRows, readTable, recognise } from './import.ts';
import type { Grid } from './useGrid.ts';
import { useColumnWords } from './words.ts';

interface ImportDrawerProps {
  grid: Grid;
  onClose: () => void;
}

/** Reads rates out of a file, or of what is pasted, and puts them into the grid, where they can still be looked at. */
export function ImportDrawer({ grid, onClose }: ImportDrawerProps) {
  const { t } = useLingui();
  const words = useColumnWords();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Partial<Mapping>>({});
  const take = (next: string) => {
    setText(next);
    setChosen({});
  };
  const open = async (next: File | null) => {
    setFile(next);
    if (next) take(decode(await next.arrayBuffer()));
  };
  const table = readTable(text);
  const { mapping, hasHead } = recognise(table, words);
  const columns = { mapping: { ...mapping, ...chosen }, hasHead };
  const rows = readRows(table, columns, grid.rows, grid.terms);
  const problems = problemsOf();
  const wanted = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').length;
  const submit = () => {
    if (problems.length > 0) return;
    if (wanted > 0) grid.take(putInto(grid.rows, rows));
    onClose();
  };
  const guard = useLeaveGuard(() => text.trim() !== '');
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Import rates`}
      size={760}
      onSubmit={submit}
      submitLabel={wanted > 0 && problems.length === 0 ? t`Put into the grid` : t`Close`}
    >
      <FileInput
        label={t`File`}
        description={t`CSV or text, with commas, semicolons or tabs. A file that was exported here can be read back.`}
        placeholder={t`Choose a file…`}
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        leftSection={<IconFileImport size={16} stroke={1.7} />}
        value={file}
        onChange={(next) => void open(next)}
        clearable
        clearButtonProps={{ 'aria-label': t`Take another file` }}
      />
      <Textarea
        label={t`Or paste rows`}
        description={t`With or without a line of headings.`}
        value={text}
        onChange={({ currentTarget }) => {
          setFile(null);
          take(currentTarget.value);
        }}
        autosize
        minRows={3}
        maxRows={6}
        spellCheck={false}
      />
      {table.length > 0 ? (
        <>
          <FieldRow>
            {fields.map((field) => (
              <Select
                key={field}
                label={words[field]}
                placeholder={t`Not in the file`}
                clearable
                data={(table[0] ?? []).map((head, at) => ({
                  value: String(at),
                  label: hasHead && head.trim() !== '' ? `${letterOf(at)} · ${head.trim()}` : letterOf(at),
                }))}
                value={columns.mapping[field] === null ? null : String(columns.mapping[field])}
                onChange={(at) => setChosen({ ...chosen, [field]: at === null ? null : Number(at) })}
              />
            ))}
          </FieldRow>
          {problems.map((problem) => (
            <Strip key={problem} tone="warn">
              {problem}
            </Strip>
          ))}
          <ImportPreview rows={rows} />
          {wanted > 0 ? (
            <p>
              <Trans>Nothing is saved until you save the grid.</Trans>
            </p>
          ) : null}
        </>
      ) : null}
    </DrawerForm>
  );

  function problemsOf(): string[] {
    const most = MOST_RATES;
    if (table.length === 0) return [];
    return [
      ...(columns.mapping.position === null ? [t`Say which column has the positions.`] : []),
      ...(columns.mapping.regular === null ? [t`Say which column has the regular rates.`] : []),
      ...(rows.length > most ? [t`At most ${most} rows can be read at once.`] : []),
    ];
  }
}

/** A column as spreadsheets call it. */
const letterOf = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`;

/** Spreadsheets on Windows still write files that are no UTF-8. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
