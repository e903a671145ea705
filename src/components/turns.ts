/** Browsers don't draw hidden pages, so nothing waits longer for a frame than this, in milliseconds. */
const LONGEST = 100;

/** Lets the browser handle what has happened meanwhile, such as another key. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Lets the browser draw what has changed. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST);
  });
}
