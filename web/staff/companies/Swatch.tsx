import type { Brand } from '#contracts/schemas/brand.ts';
import classes from './companies.module.css';

/** All colours of a brand, the first one first, each once. */
export const coloursOf = ({ color, moreColors }: Brand): string[] => [
  ...new Set([...(color ? [color] : []), ...moreColors]),
];

/** A colour as a small square; its name stands elsewhere or does not matter. */
export const Swatch = ({ colour }: { colour: string }) => (
  <span className={classes.swatch} style={{ backgroundColor: colour }} aria-hidden="true" />
);
