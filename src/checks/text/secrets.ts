import type { Finding, TextRule } from './rule.ts';

/**
 * Secrets that must not be published: private keys, and tokens that can be recognised by their form.
 *
 * @example `AKIA…` in a command → `secret`
 */
export const secrets: TextRule = ({ lines }) =>
  lines.flatMap((line, index): Finding[] => {
    const found = FORMS.find(({ pattern }) => pattern.test(line));
    if (found === undefined) return [];
    const message = `Unexpected ${found.name}, expected none that opens anything.`;
    const hint = 'If it is real, it must be revoked: what was published once is known.';
    return [{ line: index + 1, code: 'secret', message, hint }];
  });

const FORMS = [
  { name: 'private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/ },
  { name: 'key of Amazon’s', pattern: /\b(?:AKIA|ASIA)(?!IOSFODNN7EXAMPLE)[0-9A-Z]{16}\b/ },
  { name: 'token of GitHub’s', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})/ },
  { name: 'token of GitLab’s', pattern: /\bglpat-[\w-]{20,}/ },
  { name: 'token of Slack’s', pattern: /\bxox[abprs]-[\w-]{10,}/ },
  { name: 'key of Google’s', pattern: /\bAIza[\w-]{35}\b/ },
  { name: 'JSON Web Token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/ },
] as const;
