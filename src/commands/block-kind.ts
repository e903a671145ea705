/** What a fence holds: prompts with commands and output, only commands, the content of a file, or anything else. */
export type BlockKind = 'session' | 'script' | 'listing' | 'code';
