/** Components that an article can use without importing them. */
export const COMPONENTS: readonly string[] = ['Note', 'Warning', 'Figure', 'Chart'];

/** `Gauge`, `Charts.Bar`; `kbd` is an element. */
export function isComponent(name: string): boolean {
  return /^[^a-z]|\./.test(name);
}
