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
    const message = `Unexpected ${found.name}, expected none in a published text.`;
    const hint = 'If it is real, revoke it: anything published once is no longer secret.';
    return [{ line: index + 1, code: 'secret', message, hint }];
  });

const FORMS = [
  { name: 'private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/ },
  { name: 'Amazon key', pattern: /\b(?:AKIA|ASIA)(?!IOSFODNN7EXAMPLE)[0-9A-Z]{16}\b/ },
  { name: 'GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})/ },
  { name: 'GitLab token', pattern: /\bglpat-[\w-]{20,}/ },
  { name: 'Slack token', pattern: /\bxox[abprs]-[\w-]{10,}/ },
  { name: 'Google key', pattern: /\bAIza[\w-]{35}\b/ },
  { name: 'JSON Web Token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/ },
] as const;
