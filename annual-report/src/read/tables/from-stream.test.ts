import { describe, expect, it } from 'vitest';
import { linesToStream } from '../../../fixtures/read/blocks.setup.ts';
import { figuresOf, printed } from '../../../fixtures/read/figures.setup.ts';
import { flat, tabbedCells, textReport } from '../../../fixtures/read/text-layouts.setup.ts';
import { tablesFromStream } from './from-stream.ts';

const rows = (lines: string[], form: '2014' | '2019' | '2021' = '2021') => {
	const { segments } = tablesFromStream(linesToStream(lines), form);
	return Object.fromEntries(
		segments.map(({ addresses, pieces }) => [addresses[0], pieces.map(({ text }) => text).join(' ')]),
	);
};

const first = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量'];

describe('rows of table 3', () => {
	it('takes what follows each label', () => {
		expect(rows([`${first[0]} 1 0 0 0 0 0 1`, `${first[1]} 0 0 0 0 0 0 0`, '（一）予以公开 1 0 0 0 0 0 1'])).toEqual({
			't3.new.natural': '1 0 0 0 0 0 1',
			't3.carried_in.natural': '0 0 0 0 0 0 0',
			't3.granted.natural': '1 0 0 0 0 0 1',
		});
	});

	it('takes figures that stand between the lines of a label', () => {
		const found = rows([
			`${first[0]} 0`,
			`${first[1]} 0`,
			'1.申请人无正当理由逾期不补正、行政机关',
			'2 0 0 0 0 0 2',
			'不再处理其政府信息公开申请',
			'3.危及',
		]);
		expect(found['t3.other.correct.natural']).toBe('2 0 0 0 0 0 2');
	});

	it('takes figures that stand between the halves of a label with quotes', () => {
		const found = rows([`${first[0]} 0`, `${first[1]} 0`, '3.危及\t5\t0\t0\t0\t0\t0\t5', '“三安全一稳定”']);
		expect(found['t3.deny.safety.natural']).toBe('5 0 0 0 0 0 5');
	});

	it('drops the empty cells a wide label left on its line', () => {
		const found = rows([
			`${first[0]}\t\t\t1\t0\t0\t0\t0\t0\t1`,
			`${first[1]}\t\t\t\t\t\t\t\t\t`,
			'三、本年度办理结果\t（一）予以公开\t\t1\t\t\t\t\t\t1',
			'\t（三）不予公开\t1.属于国家秘密\t\t\t\t\t\t\t',
		]);
		expect(found['t3.new.natural']).toBe('1 0 0 0 0 0 1');
		expect(found['t3.granted.natural']?.split(' ')).toEqual(['1', '', '', '', '', '', '1']);
		expect(found['t3.deny.secret.natural']?.split(' ')).toHaveLength(7);
	});

	it('keeps the first empty cells of a row where a whole table stands in one line', () => {
		const found = rows([
			`${first[0]}\t\t2\t\t\t\t\t2\t\t${first[1]}\t\t\t\t\t\t\t\t\t三、本年度办理结果\t（一）予以公开\t\t2\t\t\t\t\t2`,
		]);
		expect(found['t3.new.natural']?.split(' ').slice(0, 7)).toEqual(['', '2', '', '', '', '', '2']);
	});

	it('leaves a row without figures empty', () => {
		expect(rows([...first, '（一）予以公开', '（二）部分公开'])['t3.granted.natural']).toBe('');
	});
});

describe('rows of table 2', () => {
	const heads = ['第二十条第（一）项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];

	it('goes row by row', () => {
		expect(
			rows([...heads, '规章', '0', '0', '0', '行政规范性文件', '3', '1', '12', '第二十条第（五）项', '行政许可', '9']),
		).toEqual({
			't2.regulation.made': '0 0 0',
			't2.normative.made': '3 1 12',
			't2.license.decisions': '9',
		});
	});

	it('takes the older name of a row', () => {
		expect(rows([...heads, '规章', '0', '0', '0', '规范性文件', '3', '1', '12'])['t2.normative.made']).toBe('3 1 12');
	});

	it('gives each form its own columns', () => {
		const lines = [
			'第二十条第（五）项',
			'信息内容',
			'上一年项目数量',
			'本年增/减',
			'处理决定数量',
			'行政许可',
			'3',
			'-1',
			'7',
		];
		const segments = tablesFromStream(
			linesToStream(['第二十条第（一）项', '信息内容', '规章', ...lines]),
			'2019',
		).segments;
		const license = segments.find(({ addresses }) => addresses[0] === 't2.license.prev');
		expect(license?.addresses).toEqual(['t2.license.prev', 't2.license.delta', 't2.license.decisions']);
		expect(license?.pieces.map(({ text }) => text)).toEqual(['3', '-1', '7']);
	});
});

describe('table 4', () => {
	const heads = '结果维持 结果纠正 其他结果 尚未审结 总计';

	it('takes fifteen figures behind all heads', () => {
		const lines = [
			'行政复议 行政诉讼',
			`${heads} 未经复议直接起诉 复议后起诉`,
			heads,
			heads,
			'0 1 1 0 2 1 0 0 0 1 0 0 0 0 0',
		];
		expect(rows(lines)['t4.review.maintained']).toBe('0 1 1 0 2 1 0 0 0 1 0 0 0 0 0');
	});

	it('takes figures group by group among the heads', () => {
		const lines = [
			'行政复议',
			heads,
			'0 1 1 0 2',
			'行政诉讼',
			'未经复议直接起诉',
			heads,
			'1 0 0 0 1',
			'复议后起诉',
			heads,
			'0 0 0 0 0',
		];
		expect(rows(lines)['t4.review.maintained']).toBe('0 1 1 0 2 1 0 0 0 1 0 0 0 0 0');
	});

	it('passes over the empty cell that ends the head row in one line', () => {
		const line = `行政复议\t行政诉讼\t\t${heads.replaceAll(' ', '\t')}\t\t\t2\t\t\t2\t\t\t\t\t\t\t\t\t\t\t`;
		const { segments } = tablesFromStream(linesToStream([line]), '2021');
		expect(segments[0]?.pieces.slice(0, 5).map(({ text }) => text)).toEqual(['', '2', '', '', '2']);
	});
});

describe('cuts', () => {
	it('take the tables out of the text and leave headings and sentences', () => {
		const file = textReport('2021', 2022, printed(figuresOf('2021', 1)), tabbedCells);
		const stream = linesToStream(new TextDecoder().decode(file).split('\n'));
		const { cuts } = tablesFromStream(stream, '2021');
		const rest = [...stream.text].filter((_, i) => !cuts.some(({ start, end }) => i >= start && i < end)).join('');
		expect(rest).toContain('三、收到和处理政府信息公开申请情况四、政府信息公开行政复议');
		expect(rest).toContain('二、主动公开政府信息情况三、');
		expect(rest).not.toContain('申请人情况');
		expect(rest).not.toMatch(/勾稽|结果维持|信息内容/);
	});

	it('cut inside a line', () => {
		const file = textReport('2021', 2022, printed(figuresOf('2021', 1)), flat, '');
		const stream = linesToStream([new TextDecoder().decode(file)]);
		const { cuts } = tablesFromStream(stream, '2021');
		const rest = [...stream.text].filter((_, i) => !cuts.some(({ start, end }) => i >= start && i < end)).join('');
		expect(rest).toContain('情况五、存在的主要问题');
		expect(rest).not.toMatch(/\d{5}/);
	});
});

describe('the 2014 table', () => {
	const top = [
		'统计指标 单位 统计数',
		'（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条） 条 170',
		'其中：主动公开规范性文件数 条 110',
	];

	it('takes the figure behind the unit, not the one in the note', () => {
		expect(rows(top, '2014')).toEqual({ 'stat.1.1': '170', 'stat.1.1.1': '110' });
	});

	it('takes an empty cell behind the unit as empty', () => {
		const found = rows([...top, '3.政策解读稿件发布数\t篇\t', '4.微博微信回应事件数\t次\t11'], '2014');
		expect(found['stat.2.2.3']).toBe('');
		expect(found['stat.2.2.4']).toBe('11');
	});

	it('takes a figure without unit', () => {
		expect(rows([...top, '制发规范性文件总数 131'], '2014')['stat.1.1.2']).toBe('131');
	});

	it('reads figures glued to their unit', () => {
		expect(rows(['主动公开政府信息数条240其中主动公开规范性文件数条96制发规范性文件总数件120'], '2014')).toEqual({
			'stat.1.1': '240',
			'stat.1.1.1': '96',
			'stat.1.1.2': '120',
		});
	});
});
