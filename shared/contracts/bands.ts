/** How many people work at a client. Apart from the schemas, so that a form may offer them without reading those. */
export const sizeBands = ['1-10', '11-50', '51-200', '201-500', '500+'] as const;
