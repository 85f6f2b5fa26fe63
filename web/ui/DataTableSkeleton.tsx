import { Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './DataTable.module.css';

interface SkeletonProps {
  rows: number;
  columns: number;
  selectable: boolean;
  menu: boolean;
  label: string;
}

const widths = ['72%', '48%', '60%', '54%', '66%', '40%'];

/** As many rows, of the same height, as will come; they fade in late so that fast answers do not flicker. */
export function DataTableSkeleton({ rows, columns, selectable, menu, label }: SkeletonProps) {
  const cells = Array.from({ length: columns }, (_, index) => index);
  return Array.from({ length: rows }, (_, row) => row).map((row) => (
    <tr key={row} className={classes.row} data-skeleton>
      {selectable ? <td className={classes.check} data-fixed /> : null}
      {cells.map((column) => (
        <td key={column}>
          {row === 0 && column === 0 ? <VisuallyHidden>{label}</VisuallyHidden> : null}
          <Skeleton height={10} width={widths[(row + column) % widths.length]} radius={4} />
        </td>
      ))}
      {menu ? <td /> : null}
    </tr>
  ));
}
