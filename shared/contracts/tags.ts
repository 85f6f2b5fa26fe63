/** Tags that differ in case alone are one tag. */
export const tagKey = (tag: string): string => tag.toLowerCase();

/** The tags in their order, each once; of those that differ in case alone the first stays. */
export function uniqueTags(tags: readonly string[]): string[] {
  const seen = new Set<string>();
  return tags.filter((tag) => !seen.has(tagKey(tag)) && seen.add(tagKey(tag)));
}
