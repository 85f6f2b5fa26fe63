import { useMediaQuery } from '@mantine/hooks';

/** Below 768 px: bottom bar, list rows, filters in a sheet. */
export const usePhone = () =>
  useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
