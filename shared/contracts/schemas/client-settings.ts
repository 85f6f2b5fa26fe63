import * as z from 'zod';
import { type SettingKey, type SettingValues, settingCatalogue, settingKeys } from '../client-settings.ts';
import { ClientId } from '../ids.ts';
import { PaymentTerms } from './billing-profile.ts';
import { Currency } from './text.ts';

const Terms = z.discriminatedUnion('terms', [
  z.strictObject({ terms: PaymentTerms.exclude(['custom']), termDays: z.null() }),
  z.strictObject({ terms: PaymentTerms.extract(['custom']), termDays: z.number().int().min(0).max(180) }),
]);

/** The schema that follows from how a setting is declared; several choices come out in the declared order. */
function schemaOf(declared: (typeof settingCatalogue)[SettingKey]): z.ZodType {
  switch (declared.kind) {
    case 'choice':
      return z.enum(declared.options);
    case 'choices': {
      const options: readonly string[] = declared.options;
      return z
        .array(z.enum(options))
        .refine((chosen) => new Set(chosen).size === chosen.length, { error: 'has the same choice twice' })
        .overwrite((chosen) => options.filter((option) => chosen.includes(option)));
    }
    case 'percent':
      return z
        .number()
        .int()
        .min(0)
        .max(10_000)
        .meta({ description: 'In hundredths of a percent: 1900 is 19 %' });
    case 'flag':
      return z.boolean();
    case 'terms':
      return Terms;
    case 'currency':
      return Currency;
  }
}

/** What can be settled: where not every way exists yet, those that do. What was chosen before can still be read. */
function chosenNow(key: SettingKey): z.ZodType {
  const declared = settingCatalogue[key];
  const ready: readonly string[] | null = 'ready' in declared ? declared.ready : null;
  const schema = schemas[key] as z.ZodType;
  if (!ready) return schema;
  return schema.refine((chosen) => (chosen as readonly string[]).every((one) => ready.includes(one)), {
    error: `can be ${ready.join(', ')} only, until the other ways exist`,
  });
}

type Schemas = { [K in SettingKey]: z.ZodType<SettingValues[K], SettingValues[K]> };

/** One member per setting, made from its key. */
const eachSetting = <R>(make: (key: SettingKey) => unknown): R =>
  Object.fromEntries(settingKeys.map((key) => [key, make(key)])) as R;

const schemas = eachSetting<Schemas>((key) =>
  schemaOf(settingCatalogue[key]).meta({ title: settingCatalogue[key].label }),
);

/** Where a value comes from. A parent company is named to whoever sees it, and to nobody else. */
const Source = z
  .strictObject({
    from: z.enum(['client', 'parent', 'workspace', 'product']),
    clientId: ClientId.nullable().meta({ description: 'The parent company, if the asker sees it' }),
    name: z.string().nullable(),
  })
  .meta({ id: 'SettingSource' });
export type Source = z.infer<typeof Source>;

/** A value with its source, and what a reset would make of it. */
interface Shown<V> {
  value: V;
  source: Source;
  inherited: { value: V; source: Source };
}
const shown = (key: SettingKey) => {
  const value = schemas[key] as z.ZodType;
  return z.strictObject({ value, source: Source, inherited: z.strictObject({ value, source: Source }) });
};

/** Every setting as it holds. */
export type ShownSettings = { [K in SettingKey]: Shown<SettingValues[K]> };
const answered = z.strictObject(
  eachSetting<{ [K in SettingKey]: z.ZodType<ShownSettings[K], ShownSettings[K]> }>(shown),
);

const settable = z.strictObject(
  eachSetting<{ [K in SettingKey]: z.ZodOptional<z.ZodNullable<Schemas[K]>> }>((key) =>
    chosenNow(key).nullable().optional(),
  ),
);
const notEmpty = (patch: object) => Object.keys(patch).length > 0;

/** The settings of a client as they hold, each with its source. */
export const ClientSettings = z
  .strictObject({
    version: z.number().int().positive().meta({
      description: 'Rises with the settings, and with the record of the client, which has the currency',
    }),
    settings: answered,
  })
  .meta({ id: 'ClientSettings' });
export type ClientSettings = z.infer<typeof ClientSettings>;

/** What a client says of its own from now on; null goes back to what is inherited. */
export const ClientSettingsPatch = settable
  .refine(notEmpty, { error: 'names no setting to change' })
  .meta({ id: 'ClientSettingsPatch' });
export type ClientSettingsPatch = z.output<typeof ClientSettingsPatch>;

/** What holds for every client that says nothing else. Its currency is that of the workspace. */
export const ClientDefaults = z
  .strictObject({ version: z.number().int().nonnegative(), settings: answered.omit({ currency: true }) })
  .meta({ id: 'ClientDefaults' });
export type ClientDefaults = z.infer<typeof ClientDefaults>;

/** What holds from now on; null goes back to what the product begins with. */
export const ClientDefaultsPatch = settable
  .omit({ currency: true })
  .refine(notEmpty, { error: 'names no setting to change' })
  .meta({ id: 'ClientDefaultsPatch' });
export type ClientDefaultsPatch = z.output<typeof ClientDefaultsPatch>;

/** What is kept of one's own: of what the catalogue has, and the currency not among it. */
export const KeptSettings = z.strictObject(
  Object.fromEntries(
    settingKeys
      .filter((key) => key !== 'currency')
      .map((key) => [key, (schemas[key] as z.ZodType).optional()]),
  ),
);
