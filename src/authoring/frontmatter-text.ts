import { Document, isSeq } from 'yaml';

/** Lists of short names, which stay on one line. */
const SHORT = [['tags'], ['hosts'], ['talks', 0, 'speakers']];

/** Joins frontmatter and text into a file. Values that are undefined are left out. */
export function withFrontmatter(values: object, text: string): string {
  const document = new Document(values);
  for (const path of SHORT) {
    const node = document.getIn(path, true);
    if (isSeq(node)) node.flow = true;
  }
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n\n${text}`;
}
