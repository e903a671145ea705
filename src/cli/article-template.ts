import type { Kind } from '../content/schemas/article.ts';

/** What only one kind has. */
const OF_KIND: Readonly<Record<Kind, string>> = {
  conference: `event:
  name: NAME
  place: TOWN
talks:
  - title: TITLE
    speakers: [NAME]
`,
  guide: `hosts: [server1]
placeholders:
  server1_ip:
    label: Address of server1
    example: 192.0.2.11
`,
  benchmark: `testbed:
  - MACHINE, VERSIONS, NETWORK
method:
  - WHAT WAS DONE, HOW OFTEN
`,
  note: '',
};

/** A new article's text: its frontmatter, to be filled in, and for a guide a first block. */
export function articleTemplate(kind: Kind, now: Date): string {
  return `---
kind: ${kind}
title: TITLE
description: One sentence that says what is here.
published: ${now.toISOString().slice(0, 19)}Z
tags: [sysadmin]
draft: true
${OF_KIND[kind]}---

${kind === 'guide' ? GUIDE : 'The first paragraph.\n'}`;
}

const GUIDE = `Say what the command is for.

\`\`\`console host="server1" title="Ask for the address"
# ip address show
\`\`\`
`;
