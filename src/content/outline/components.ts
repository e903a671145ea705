/** What an article can use without an import. */
export const COMPONENTS: readonly string[] = ['Note', 'Warning', 'Figure', 'Chart'];

/** The attributes of those whose content says the rest. */
export const COMPONENT_ATTRIBUTES: Readonly<Record<string, readonly string[] | undefined>> = {
  Note: [],
  Warning: [],
  Figure: ['src', 'alt'],
};

/** `Gauge`, `Charts.Bar`; `kbd` is an element. */
export function isComponent(name: string): boolean {
  return /^[^a-z]|\./.test(name);
}
