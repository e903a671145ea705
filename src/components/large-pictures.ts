import type { OnDemand } from './on-demand.ts';

/** A picture of a text opens as large as the screen allows, in the browser's own dialog; without JavaScript it is a link to itself. */
export class LargePictures extends HTMLElement {
  connectedCallback(): void {
    for (const picture of document.querySelectorAll<HTMLImageElement>('.text img')) {
      if (picture.closest('a, button') !== null) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'enlarge';
      button.ariaLabel = `${LARGER}: ${picture.alt}`;
      picture.replaceWith(button);
      button.append(picture);
      button.addEventListener('click', () => {
        void (import(/* @vite-ignore */ ON_DEMAND) as Promise<OnDemand>).then(
          ({ showPicture }) => {
            showPicture(picture);
          },
          () => {
            location.assign(picture.src);
          },
        );
      });
    }
  }
}
