import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  type ReactTable,
  type RowData,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { ColumnLayout } from './columnLayout.ts';

/** Sorting, filtering and paging stay on the server, so no row models beyond the core one are shipped. */
export const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
  columnResizingFeature,
  columnMeta: {} as ColumnMeta,
});

interface ColumnMeta {
  align?: 'start' | 'end' | undefined;
  dim?: boolean | undefined;
  fixed?: boolean | undefined;
  unsortable?: string | undefined;
}

export type GridTable<T extends RowData> = ReactTable<typeof features, T>;

export interface DataColumn<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Starting width in px; spare room is shared out in proportion. */
  width: number;
  align?: 'start' | 'end';
  /** Secondary column in dimmed text. */
  dim?: boolean;
  sortable?: boolean;
  /** Why it cannot be sorted by now, where it else can. */
  unsortable?: string | undefined;
  /** First press sorts downwards, as suits dates and counts. */
  descFirst?: boolean;
  /** The name column: cannot be hidden and stays in view when scrolled sideways. */
  fixed?: boolean;
}

export interface Sort {
  id: string;
  desc: boolean;
}

export interface DataTableProps<T> {
  /** Names the scroll region and the table. */
  label: string;
  /** Keep stable (module scope or `useMemo`). */
  columns: DataColumn<T>[];
  /** `undefined` while the first page loads. */
  rows: T[] | undefined;
  rowId: (row: T) => string;
  /** Names checkboxes and row menus: "Select Acme Robotics". */
  rowName: (row: T) => string;
  skeletonRows?: number;
  /** Rows are shown while newer ones are on their way. */
  fetching?: boolean;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
  layout?: ColumnLayout;
  onLayout?: (layout: ColumnLayout) => void;
  /** `Menu.Item`s for the ⋯ button of a row. */
  rowMenu?: (row: T) => ReactNode;
  /** Click on a row outside its links and buttons. */
  onOpen?: (row: T) => void;
  /** Content of one list row on a phone, where there is no table. */
  renderCard?: (row: T) => ReactNode;
  /** Stands in for the rows when there are none. */
  empty?: ReactNode;
}
