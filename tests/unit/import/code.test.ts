import { describe, expect, it } from 'vitest';
import { importedFence } from '../../../src/import/code/fence.ts';

/** Code in the source, with the language it names, and the resulting fence. */
const CASES: Record<string, [language: string | undefined, text: string, fence: string]> = {
  'a user’s prompt': [undefined, '$ uptime\nup 1 day', 'console'],
  'root’s prompts, each before a program': [undefined, '# yum install ntp\n# service ntpd start', 'console'],
  'root’s prompt and output': [undefined, '# fdisk -l\nDisk /dev/sda: 38 GiB', 'console'],
  'a configuration’s comments': [
    undefined,
    '# The main server\nserver = a\n# find the rest below\nport = 1',
    'text',
  ],
  'prompts in a script’s language': ['bash', '$ uptime\n$ date', 'console'],
  'a script with comments': ['bash', '# Install it\nyum install ntp', 'bash'],
  'commands alone': [undefined, 'sudo apt-get update\nsudo apt-get install ntp', 'bash'],
  'bare commands marked as a session': ['console', 'sudo apt-get update', 'bash'],
  'text marked as a session without a command': ['console', 'total 4', 'text'],
  'an interpreter’s prompt': ['sql', 'mysql> SELECT 1;\n+---+', 'console prompt="mysql> "'],
  'a script with its shebang': [undefined, '#!/bin/bash\nuptime', 'bash'],
  'Python by its shebang': [undefined, '#!/usr/bin/env python3\nprint(1)', 'python'],
  JSON: [undefined, '{"a": [1]}', 'json'],
  'an INI file': [undefined, '; comment\n[main]\nenabled = 1', 'ini'],
  XML: [undefined, '<?xml version="1.0"?>\n<a/>', 'xml'],
  'a patch': [undefined, '--- a\n+++ b\n@@ -1 +1 @@\n-a\n+b', 'diff'],
  'a language by another name': ['language-yml', 'a: 1', 'yml'],
  'a plug-in’s language': ['brush: plain', 'a', 'text'],
  'an unknown language': ['klingon', 'a', 'text'],
};

describe('Code', () => {
  it.each(Object.entries(CASES))('%s', (_name, [language, text, expected]) => {
    const fence = importedFence({ text, language, title: undefined })!;
    expect(`${fence.language} ${fence.meta}`.trim()).toBe(expected);
    expect(fence.text).toBe(text);
    expect(fence.todo).toBeUndefined();
  });

  it.each([
    ['commands and something else', 'yum install ntp\nComplete!', undefined],
    ['a name in angle brackets', 'ssh <host>', 'bash'],
    ['a comment in the output', '$ cat a\n# b', 'console'],
    ['a quote without its end', "echo 'a", 'sh'],
    ['output before the first prompt', 'Then:\n$ uptime', 'console'],
  ])('is plain text with a to-do: %s', (_name, text, language) => {
    const fence = importedFence({ text, language, title: undefined })!;
    expect(fence).toMatchObject({ language: 'text', text, todo: expect.stringMatching(/./) as string });
  });

  it('is repaired if quotes, dashes and spaces were prettified, line by line', () => {
    const { text, repairs } = importedFence({
      text: 'echo “a”\niptables –append INPUT\nls\u00a0-l',
      language: 'bash',
      title: undefined,
    })!;
    expect(text).toBe('echo "a"\niptables --append INPUT\nls -l');
    expect(repairs).toEqual([
      { line: 0, before: 'echo “a”', after: 'echo "a"' },
      { line: 1, before: 'iptables –append INPUT', after: 'iptables --append INPUT' },
      { line: 2, before: 'ls\u00a0-l', after: 'ls -l' },
    ]);
  });

  it('keeps a program’s output unchanged', () => {
    const text = '$ ls x\nls: cannot access ‘x’';
    expect(importedFence({ text, language: 'console', title: undefined })).toMatchObject({
      meta: 'output="any"',
      text,
      repairs: [],
    });
  });

  it('loses tags and references that an earlier migration left in it', () => {
    const { text, language } = importedFence({
      text: '$ cd /srv &amp;&amp; ls<br />\n$ uptime<br />',
      language: undefined,
      title: undefined,
    })!;
    expect([language, text]).toEqual(['console', '$ cd /srv && ls\n$ uptime']);
  });

  it.each([
    ['a &amp; b<br />\nc<br />', 'html'],
    ['$ escape hello\n&quot;hello&quot;', undefined],
    ["$ escape Tom's\nTom&#39;s &amp; others", undefined],
  ])('keeps tags and references if they may be the code: %j', (text, language) => {
    expect(importedFence({ text, language, title: undefined })!.text).toBe(text);
  });

  it('is left out if it is empty', () => {
    expect(importedFence({ text: ' \n', language: 'bash', title: undefined })).toBeUndefined();
  });
});
