import type { Root } from 'hast';
import { h } from 'hastscript';
import { eachElement } from './each-element.ts';

/** Puts the label of a note or warning before its text, in the interface's language. */
export function labelCallouts(tree: Root, labels: Readonly<Record<'note' | 'warning', string>>): void {
  eachElement(tree, (node) => {
    const kind = node.properties['dataCallout'];
    if (kind !== 'note' && kind !== 'warning') return;
    delete node.properties['dataCallout'];
    node.properties.role = 'note';
    node.children.unshift(h('p', { className: 'callout-label' }, labels[kind]));
  });
}
