import { SaxesParser } from 'saxes';
import { words } from '../../commands/tables.ts';

/**
 * What runs or loads something in an SVG file, or is not XML, in words; undefined if nothing does. Whoever opens the file opens
 * it on our site.
 */
export function svgProblem(text: string): string | undefined {
  let problem: string | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on(
    'error',
    (error) =>
      (problem ??= `XML that does not parse (${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')})`),
  );
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) problem ??= 'entity';
  });
  parser.on('processinginstruction', ({ target }) => (problem ??= `processing instruction \`${target}\``));
  parser.on('opentag', ({ local, attributes }) => {
    if (RUNS.has(local.toLowerCase())) problem ??= `element \`<${local}>\``;
    for (const { local: name, value } of Object.values(attributes)) problem ??= attributeProblem(name, value);
  });
  parser.on('text', (content) => {
    if (loads(content)) problem ??= 'address of another host';
  });
  parser.write(text).close();
  return problem;
}

const RUNS = words('script foreignobject iframe object embed handler listener audio video');

function attributeProblem(name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return `attribute \`${name}\``;
  if (name === 'href' || name === 'src')
    return /^(?:#|data:image\/(?:png|jpeg|gif|webp);)/i.test(value.trim())
      ? undefined
      : `address \`${value.slice(0, 40)}\``;
  return name !== 'xmlns' && loads(value) ? `address in \`${name}\`` : undefined;
}

/** Whether a style loads something from another host. */
function loads(style: string): boolean {
  return /url\(\s*["']?(?!#|data:)|@import/i.test(style);
}
