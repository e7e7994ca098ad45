import { describe, expect, it } from 'vitest';
import { child, descendant, parseXml } from './xml.ts';

describe('parseXml', () => {
	it('keeps elements, attributes and text in order', () => {
		const root = parseXml('<a x="1"><b>甲</b>乙<c y="2"/></a>');
		const a = child(root, 'a');
		expect(a?.attributes).toEqual({ x: '1' });
		expect(a?.children.map(({ name, text }) => [name, text])).toEqual([
			['b', ''],
			['#text', '乙'],
			['c', ''],
		]);
		expect(child(a, 'b')?.children[0]?.text).toBe('甲');
		expect(child(a, 'c')?.attributes).toEqual({ y: '2' });
	});

	it('keeps blanks and does not make numbers of text', () => {
		const a = child(parseXml('<a> 007 </a>'), 'a');
		expect(a?.children[0]?.text).toBe(' 007 ');
	});

	it('knows the entities of XML and no others', () => {
		const a = child(parseXml('<a t="&quot;&#x4e00;">&lt;&amp;&gt;&apos;&#19968;&nbsp;&#0;&#x110000;</a>'), 'a');
		expect(a?.children[0]?.text).toBe("<&>'一&nbsp;");
		expect(a?.attributes.t).toBe('"一');
	});

	it('refuses declarations', () => {
		expect(() => parseXml('<!DOCTYPE a><a/>')).toThrow('实体声明');
		expect(() => parseXml('<!ENTITY b "c"><a/>')).toThrow('实体声明');
	});

	it('follows elements down to a limit and refuses what lies deeper, without a stack overflow', () => {
		const nested = (depth: number) => `${'<a>'.repeat(depth)}甲${'</a>'.repeat(depth)}`;
		expect(child(parseXml(nested(150)), 'a')?.name).toBe('a');
		expect(() => parseXml(nested(5000))).toThrow();
	});

	it('is empty for an empty text', () => {
		expect(parseXml('').children).toEqual([]);
	});
});

describe('descendant', () => {
	it('finds the first of a name at any depth', () => {
		const root = parseXml('<a><b><c n="1"/></b><c n="2"/></a>');
		expect(descendant(root, 'c')?.attributes.n).toBe('1');
		expect(descendant(root, 'd')).toBeUndefined();
	});
});
