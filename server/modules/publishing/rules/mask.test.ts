import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './body.ts';
import { maskMarkup } from './mask.ts';
import { findPersonalData } from './personal/index.ts';

describe('masking in markup', () => {
	it('finds a number that a tag cuts in two, and leaves the tags', () => {
		expect(maskMarkup('<p>电话<strong>138</strong>00138000</p>')).toEqual({
			markup: '<p>电话<strong>138</strong>******00</p>',
			count: 1,
		});
	});

	it('reads a row of a table together: the name is personal by the next cell', () => {
		const { markup, count } = maskMarkup('<table><tr><td>张桂英</td><td>低保户</td></tr></table>');
		expect(markup).toBe('<table><tr><td>张**</td><td>低保户</td></tr></table>');
		expect(count).toBe(1);
	});

	it('does not touch addresses of links and pictures, nor entities', () => {
		const body = '<p>a &amp; b<img src="attachment:13800138000"><a href="tel:13800138000">&lt;联系&gt;</a></p>';
		expect(maskMarkup(body)).toEqual({ markup: body, count: 0 });
	});

	it('leaves nothing to be found, and changes nothing where nothing is', () => {
		const piece = fc.constantFrom(
			'13800138000',
			'<strong>',
			'</strong>',
			'石门村3组12号',
			'，',
			'&amp;',
			'</td><td>',
			'低保户',
			'李建国',
			'<br>',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const body = `<p>${pieces.join('')}</p>`;
				const { markup, count } = maskMarkup(body);
				expect(findPersonalData(plainText(markup)).filter(({ kind }) => kind === 'mobile')).toEqual([]);
				if (count === 0) expect(markup).toBe(body);
				expect(markup.match(/<[^>]*>/g)).toEqual(body.match(/<[^>]*>/g));
			}),
		);
	});
});
