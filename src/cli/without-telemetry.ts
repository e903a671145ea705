/**
 * Keeps Astro from sending usage data to its makers, and from writing into the home folder: only its own command shows the notice about
 * that. See https://astro.build/telemetry/
 */
export function withoutTelemetry(): void {
  process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
}
