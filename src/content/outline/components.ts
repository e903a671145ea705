/** Components that an article can use without importing them. */
export const COMPONENTS: readonly string[] = ['Note', 'Warning', 'Figure', 'Chart'];

/** Those that can also be used inside expressions and with computed attributes, where they are components of Astro. */
export const PASSED_COMPONENTS: readonly string[] = ['Note', 'Warning', 'Figure'];

/** The attributes of each component; those of a chart are checked elsewhere. */
export const COMPONENT_ATTRIBUTES: Readonly<Record<string, readonly string[] | undefined>> = {
  Note: [],
  Warning: [],
  Figure: ['src', 'alt'],
};

/** `Gauge`, `Charts.Bar`; `kbd` is an element. */
export function isComponent(name: string): boolean {
  return /^[^a-z]|\./.test(name);
}
