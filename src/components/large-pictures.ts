import { showDialog } from './dialog.ts';
import { element } from './element.ts';

/** A picture is sharp at one screen pixel for each of its own; enlarged up to this factor, it is still good enough. */
const MOST_ENLARGED = 3;

/** Opens a picture of a text as large as the screen allows, in a native dialog. */
export class LargePictures extends HTMLElement {
  connectedCallback(): void {
    for (const picture of document.querySelectorAll<HTMLImageElement>('.text img')) {
      if (picture.closest('a, button') !== null) continue;
      const label = `${LARGER}: ${picture.alt}`;
      const button = element('button', { type: 'button', class: 'enlarge', 'aria-label': label });
      picture.replaceWith(button);
      button.append(picture);
      button.addEventListener('click', () => {
        showPicture(picture);
      });
    }
  }
}

/**
 * Shows a picture as large as the screen allows, in a native dialog; on a narrow screen it is larger than that, and can be
 * panned.
 */
function showPicture(picture: HTMLImageElement): void {
  const large = element('img', { src: picture.src, alt: picture.alt });
  const ownWidth = Number(picture.getAttribute('width') ?? picture.naturalWidth);
  if (ownWidth > 0) large.style.maxWidth = `${ownWidth * MOST_ENLARGED}px`;
  const said = picture.closest('figure')?.querySelector('figcaption')?.textContent;
  const caption = said === undefined ? [] : [element('p', {}, said)];
  const dialog = showDialog('large-picture', picture.alt, (close) => [close, large, ...caption]);
  // A click anywhere closes it, because a picture as large as the screen leaves no room beside it.
  dialog.addEventListener('click', () => {
    dialog.close();
  });
}
