import { getSchema } from '@tiptap/react';
import { describe, expect, it } from 'vitest';
import { EXTENSIONS } from './extensions.ts';

const schema = getSchema(EXTENSIONS);

describe('what a document may hold', () => {
	it('is what the server keeps, and nothing it would drop without a word', () => {
		expect(Object.keys(schema.nodes).sort()).toEqual([
			'blockquote',
			'bulletList',
			'doc',
			'hardBreak',
			'heading',
			'horizontalRule',
			'image',
			'listItem',
			'orderedList',
			'paragraph',
			'table',
			'tableCell',
			'tableHeader',
			'tableRow',
			'text',
		]);
		expect(Object.keys(schema.marks).sort()).toEqual([
			'bold',
			'italic',
			'link',
			'strike',
			'subscript',
			'superscript',
			'underline',
		]);
	});

	it('remembers where paragraphs and headings stand', () => {
		expect(schema.nodes.paragraph?.spec.attrs).toHaveProperty('textAlign');
		expect(schema.nodes.heading?.spec.attrs).toHaveProperty('textAlign');
		expect(schema.nodes.tableCell?.spec.attrs).not.toHaveProperty('textAlign');
	});

	it('raises or lowers a letter, never both', () => {
		const { superscript, subscript } = schema.marks;
		if (!superscript || !subscript) throw new Error('marks are missing');
		expect(superscript.excludes(subscript)).toBe(true);
		expect(subscript.excludes(superscript)).toBe(true);
	});
});
