import type { XmlNode } from './xml.ts';

/** Elements that only wrap what is to be read. `w:del` and `w:moveFrom` are left out: their text is gone. */
export const wrappers: ReadonlySet<string> = new Set([
	'w:sdt',
	'w:sdtContent',
	'w:ins',
	'w:moveTo',
	'w:customXml',
	'w:smartTag',
]);

const runs: ReadonlySet<string> = new Set(['w:r', 'w:hyperlink', 'w:fldSimple']);

/** Text of a paragraph or run: tabs and line breaks kept, deleted text and field codes left out. */
export function textOf(node: XmlNode): string {
	let text = '';
	for (const item of node.children) {
		if (item.name === 'w:t') text += item.children.map((c) => c.text).join('');
		else if (item.name === 'w:tab' && node.name === 'w:r') text += '\t';
		else if (item.name === 'w:br' || item.name === 'w:cr') text += '\n';
		else if (item.name === 'w:noBreakHyphen') text += '-';
		else if (runs.has(item.name) || wrappers.has(item.name)) text += textOf(item);
	}
	return text;
}
