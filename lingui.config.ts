import { defineConfig } from '@lingui/cli';

/** One catalog per language for the kit and both apps; en-XA is made from English for tests. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'fr', 'de', 'pt-BR', 'en-XA'],
  pseudoLocale: 'en-XA',
  fallbackLocales: { default: 'en' },
  catalogs: [
    {
      path: '<rootDir>/web/locales/{locale}',
      include: ['<rootDir>/web/ui', '<rootDir>/web/staff', '<rootDir>/web/portal'],
      exclude: ['**/node_modules/**', '**/kit/**'],
    },
  ],
  orderBy: 'message',
});
