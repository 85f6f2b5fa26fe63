import { useHotkeys } from '@mantine/hooks';
import { createSpotlight } from '@mantine/spotlight';

/** Whether the palette is open; apart from it, so that whatever opens it need not bring it along. */
export const [paletteStore, palette] = createSpotlight();

let isThere = false;
let isWanted = false;

/** Opens the palette, or has it open as soon as it is read: it comes after the first page. */
export function openPalette(): void {
  if (isThere) palette.open();
  else isWanted = true;
}

/** Called by the palette when it is on the page. @returns what tells that it has gone */
export function paletteArrived(): () => void {
  isThere = true;
  if (isWanted) palette.open();
  isWanted = false;
  return () => {
    isThere = false;
  };
}

/** ⌘K opens the palette from everywhere, also while a field is typed in. */
export const usePaletteKey = (): void => useHotkeys([['mod + K', openPalette]], []);
