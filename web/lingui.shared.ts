import { fileURLToPath } from 'node:url';
import { defineConfig } from '@lingui/cli';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Each app has a catalogue of its own, with the kit's texts and no other app's, so that nobody loads sentences
 * of pages they cannot open. en-XA is made from English for tests.
 */
export const catalogueOf = (app: 'staff' | 'portal', translations: string[]) =>
  defineConfig({
    rootDir: here('..'),
    sourceLocale: 'en',
    locales: ['en', ...translations, 'en-XA'],
    pseudoLocale: 'en-XA',
    fallbackLocales: { default: 'en' },
    catalogs: [
      {
        path: `<rootDir>/web/${app}/locales/{locale}`,
        include: ['<rootDir>/web/ui', `<rootDir>/web/${app}`],
        exclude: ['**/node_modules/**', '**/kit/**'],
      },
    ],
    orderBy: 'message',
  });
