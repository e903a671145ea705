import { defineMiddleware } from 'astro:middleware';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { displayPath, type Fault } from '../content/fault.ts';
import { knownTexts } from '../content/known-texts.ts';
import { textPath } from '../content/outline/links.ts';
import { TextError } from '../content/text-error.ts';
import { noteFault } from '../content/text-failures.ts';

/**
 * In the dev server, answers with the fault of a text if its page can't be rendered at all: Astro starts components before their
 * page has asked for the text, and then `Text.astro` never sees the error.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  try {
    return await next();
  } catch (error) {
    const path = decodeURI(url.pathname);
    const file = [...knownTexts.keys()].find((known) => path.endsWith(textPath(known) ?? ' '));
    const fault = file === undefined ? undefined : noteFault(new TextError(file, error));
    if (fault === undefined) throw error;
    return new Response(faultPage(fault), { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
});

/** The client of Vite loads the page again when something changes. */
function faultPage({ file, line, code, message, hint = '' }: Fault): string {
  const fault = [h('code', `${displayPath(file)}:${line}`), ' ', h('b', code), ` ${message} ${hint}`];
  return toHtml([
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('title', code),
        h('script', { type: 'module', src: '/@vite/client' }),
      ]),
      h('body', [h('h1', '1 fault in the content'), h('div.text', [h('p', { role: 'alert' }, fault)])]),
    ]),
  ]);
}
