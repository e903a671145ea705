/**
 * A fence's opening line → its language and the rest, as written. Markdown takes backslashes out of an info string, which would make
 * `C:_dir*.ini` of `file="C:\_dir\*.ini"` and would leave nothing of a PowerShell prompt.
 */
export function fenceInfo(line: string): { language: string; meta: string } {
  const info = line.replace(/^[\s>*+-]*(?:\d+[.)]\s*)?(?:`{3,}|~{3,})/, '').trim();
  const language = /^\S*/.exec(info)![0];
  return { language, meta: info.slice(language.length).trim() };
}
