import type { DefaultTreeAdapterMap } from 'parse5';

export type Node = DefaultTreeAdapterMap['childNode'];
export type Element = DefaultTreeAdapterMap['element'];

export function isElement(node: Node): node is Element {
	return 'tagName' in node;
}

export function childrenOf(node: Element): readonly Node[] {
	return node.childNodes;
}

/** Value of an attribute, undefined where the element does not have it. */
export function attribute(element: Element, name: string): string | undefined {
	return element.attrs.find((attr) => attr.name === name)?.value;
}
