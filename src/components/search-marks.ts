import { piecesOf, type Marker } from '../search/mark.ts';
import { element } from './search-element.ts';

/** A text with what was searched in it marked. */
export function marked(text: string, marker: Marker): (Node | string)[] {
  return piecesOf(text, marker(text)).map((piece) =>
    piece.marked ? element('mark', {}, piece.text) : piece.text,
  );
}
