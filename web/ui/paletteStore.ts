import { createSpotlight } from '@mantine/spotlight';

/** Whether the palette is open; apart from it, so that whatever opens it need not bring it along. */
export const [paletteStore, palette] = createSpotlight();

export const openPalette = () => palette.open();
