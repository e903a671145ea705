/** What a fence is: prompts with commands and output, commands alone, the content of a file, or anything else. */
export type BlockKind = 'session' | 'script' | 'listing' | 'code';
