/**
 * Splits a fence's opening line into its language and the rest, as written. Markdown removes backslashes from an info
 * string, which would turn `file="C:\_dir\*.ini"` into `C:_dir*.ini` and destroy a PowerShell prompt.
 */
export function fenceInfo(line: string): { language: string; meta: string } {
  const info = line.replace(/^[\s>*+-]*(?:\d+[.)]\s*)?(?:`{3,}|~{3,})/, '').trim();
  const language = /^\S*/.exec(info)![0];
  return { language, meta: info.slice(language.length).trim() };
}
