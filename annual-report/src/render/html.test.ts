import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import { allAddresses, labelOf } from '../forms/index.ts';
import type { Cell, Report } from '../model/index.ts';
import { renderHtml } from './html.ts';
import { renderInputOf } from './input.ts';

type Element = DefaultTreeAdapterTypes.Element;

function elements(html: string): Element[] {
	const found: Element[] = [];
	const walk = (node: DefaultTreeAdapterTypes.Node): void => {
		if ('tagName' in node) found.push(node);
		if ('childNodes' in node) for (const child of node.childNodes) walk(child);
	};
	walk(parse(html));
	return found;
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
	if ('value' in node) return node.value;
	return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const withCell = (address: string, cell: Partial<Cell>): Report => {
	const report = cleanReport('2021');
	report.cells[address] = { value: null, state: 'blank', raw: '', ...cell };
	return report;
};
const cellText = (report: Report, address: string) => {
	const td = elements(renderHtml(report)).find((element) => attribute(element, 'data-address') === address);
	return td && { text: textOf(td), state: attribute(td, 'data-state') };
};

describe.each(['2014', '2019', '2021'] as const)('the tables of form %s as html', (form) => {
	const all = elements(renderHtml(cleanReport(form)));
	const cells = all.filter((element) => attribute(element, 'data-address') !== undefined);

	it('hold every cell of the form once, in printed order', () => {
		expect(cells.map((cell) => attribute(cell, 'data-address'))).toEqual(allAddresses(form));
	});

	it('tie every figure to heads that exist, and whose words make up its label', () => {
		const byId = new Map(all.flatMap((e) => (attribute(e, 'id') ? [[attribute(e, 'id'), textOf(e)] as const] : [])));
		for (const cell of cells) {
			const heads = (attribute(cell, 'headers') ?? '').split(' ').map((id) => byId.get(id));
			expect(heads, attribute(cell, 'data-address')).not.toContain(undefined);
			const said = heads.join('').replace(/[\s·]/g, '');
			const label = labelOf(attribute(cell, 'data-address') ?? '', form);
			for (const word of label.split(/[\s·]/).slice(form === '2014' ? -1 : -2)) expect(said).toContain(word);
		}
	});

	it('give every head cell a scope and never the same id twice', () => {
		const heads = all.filter(({ tagName }) => tagName === 'th');
		expect(heads.every((head) => /^(col|row)(group)?$/.test(attribute(head, 'scope') ?? ''))).toBe(true);
		const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('scroll in a region that the keyboard reaches and a caption names', () => {
		const captions = new Map(
			all.filter(({ tagName }) => tagName === 'caption').map((c) => [attribute(c, 'id'), textOf(c)]),
		);
		const regions = all.filter((element) => attribute(element, 'role') === 'region');
		expect(regions).toHaveLength(form === '2014' ? 1 : 3);
		for (const region of regions) {
			expect(attribute(region, 'tabindex')).toBe('0');
			expect(captions.get(attribute(region, 'aria-labelledby'))).toMatch(/表$/);
		}
	});
});

describe('a cell without a figure', () => {
	const address = 't3.deny.law.natural';

	it.each([
		[{ state: 'blank' }, ''],
		[{ state: 'dash', raw: '/' }, '/'],
		[{ state: 'dash', raw: '—' }, '—'],
		[{ state: 'dash', raw: '' }, '/'],
		[{ state: 'unreadable', raw: '若干' }, '若干'],
		[{ state: 'unreadable', raw: '' }, '？'],
		[{ state: 'absent' }, '未提供'],
	] as const)('%o is printed as «%s», never as 0', (cell, text) => {
		expect(cellText(withCell(address, cell), address)).toEqual({ text, state: cell.state });
	});

	it('is printed as not provided where the model does not have it at all', () => {
		const report = cleanReport('2021');
		delete report.cells[address];
		expect(cellText(report, address)).toEqual({ text: '未提供', state: 'absent' });
	});

	it('with a figure prints the figure, also one recovered from a sum', () => {
		expect(cellText(withCell(address, { state: 'reconstructed', value: 12 }), address)?.text).toBe('12');
		expect(cellText(withCell('t2.fee.wan', { state: 'number', value: 0 }), 't2.fee.wan')?.text).toBe('0');
	});
});

describe('the page around the tables', () => {
	it('escapes whatever stands in the report', () => {
		const evil = '<script>alert(1)</script>"\'&';
		const report: Report = {
			...withCell('t3.new.natural', { state: 'unreadable', raw: evil }),
			title: evil,
			organ: evil,
			preface: evil,
			sections: [{ n: 1, level: 1, heading: evil, body: evil }],
		};
		const html = renderHtml(report, { page: true });
		expect(elements(html).filter(({ tagName }) => tagName === 'script')).toEqual([]);
		expect(html.split('<script')).toHaveLength(1);
		expect(elements(html).find(({ tagName }) => tagName === 'h1')).toSatisfy((h: Element) => textOf(h) === evil);
	});

	it('is a fragment without style, or a page in Chinese that fits a phone', () => {
		const fragment = renderHtml(cleanReport('2021'));
		expect(fragment).not.toMatch(/<style|<html|style="/);
		const page = elements(renderHtml(cleanReport('2021'), { page: true }));
		expect(attribute(page.find(({ tagName }) => tagName === 'html') as Element, 'lang')).toBe('zh-CN');
		expect(page.some((e) => attribute(e, 'name') === 'viewport')).toBe(true);
		expect(page.filter(({ tagName }) => tagName === 'main')).toHaveLength(1);
	});

	it('orders headings below the level it is given, with their ordinals', () => {
		const heads = (level: 1 | 2) =>
			elements(renderHtml(cleanReport('2021'), { headingLevel: level }))
				.filter(({ tagName }) => /^h\d$/.test(tagName))
				.map((element) => [element.tagName, textOf(element)]);
		expect(heads(1).slice(0, 3)).toEqual([
			['h1', '青河县清源镇人民政府2024年政府信息公开工作年度报告'],
			['h2', '一、总体情况'],
			['h3', '（一）主动公开'],
		]);
		expect(heads(2)[0]?.[0]).toBe('h2');
		expect(heads(2)[2]?.[0]).toBe('h4');
	});

	it('keeps ids apart where a page holds several reports', () => {
		const page =
			renderHtml(cleanReport('2021'), { idPrefix: 'a-' }) + renderHtml(cleanReport('2021'), { idPrefix: 'b-' });
		const ids = elements(page).flatMap((element) => attribute(element, 'id') ?? []);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('signs with office and day, and leaves out what is not known', () => {
		const html = renderHtml(cleanReport('2021'));
		expect(html).toContain('<p class="signature">2025年1月20日</p>');
		expect(renderHtml({ ...cleanReport('2021'), organ: null, signedOn: null })).not.toContain('signature');
	});

	it('renders a narrative without tables', () => {
		const html = renderHtml({ ...cleanReport('2014'), form: 'none', cells: {} });
		expect(html).toContain('一、概述');
		expect(html).not.toContain('<table');
	});

	it('takes an input put together by hand', () => {
		const input = { ...renderInputOf(cleanReport('2021')), title: '样稿' };
		expect(renderHtml(input)).toContain('<h1>样稿</h1>');
	});
});
