/** What a reader may arrange; saved per person by the page. */
export interface ColumnLayout {
  hidden: string[];
  order: string[];
  widths: Record<string, number>;
  /** How close the rows stand; comfortable unless said otherwise. */
  density?: 'comfortable' | 'compact' | undefined;
}

export const plainLayout: ColumnLayout = { hidden: [], order: [], widths: {} };
