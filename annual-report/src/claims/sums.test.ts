import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../fixtures/read/narrated.setup.ts';
import type { Claim } from '../model/index.ts';

const sums = (...paragraphs: string[]): Claim[] => claimsIn('2021', ...paragraphs).filter(({ kind }) => kind === 'sum');
const parts = (...paragraphs: string[]) => sums(...paragraphs).map(({ value, parts: own, open }) => [value, own, open]);

describe('sums after 「其中」', () => {
	it('are read with their parts', () => {
		expect(
			parts('今年共发布348条信息，其中政府预决算19条、部门预决算224条、“三公”经费20条、专项资金84条、债券1条。'),
		).toEqual([[348, [19, 224, 20, 84, 1], undefined]]);
	});

	it('are read in brackets, and brackets inside a sum', () => {
		expect(parts('共发布380条，其中专项152条，预决算197条（政府32条、部门165条）、经费27条、债券4条。')).toEqual([
			[380, [152, 197, 27, 4], undefined],
			[197, [32, 165], undefined],
		]);
	});

	it('are read over a full stop before 其中 and on to the next sentence', () => {
		expect(parts('全区主动公开政府信息2122条。其中，各部门1509条，占71.11%。各乡镇613条，占28.89%。')).toEqual([
			[2122, [1509, 613], undefined],
		]);
	});

	it('are told when they do not add up: 「其他」 says that the parts are all', () => {
		expect(parts('共公布政府信息259条，(其中机构类25条，政策类68条，其他信息100条)。')).toEqual([
			[259, [25, 68, 100], undefined],
		]);
	});

	it('are told when three or more parts come close', () => {
		expect(parts('共公开100条，其中网站50条，微信30条，公开栏19条。')).toEqual([[100, [50, 30, 19], undefined]]);
	});

	it('end at the next figure with parts of its own', () => {
		expect(parts('公开信息152条，其中网站118条，涉及六大项，其中，预决算6条；计划9条；动态103条。')).toEqual([
			[118, [6, 9, 103], undefined],
		]);
		expect(
			parts('行政复议9件，其中维持5件，纠正4件；行政诉讼3件，其中维持2件，纠正1件。').map(([value]) => value),
		).toEqual([9, 3]);
	});
});

describe('lists that claim no sum', () => {
	it('name two of many parts', () => {
		expect(parts('主动公开信息1036条。其中重点领域信息394条，社会保障类信息97条。')).toEqual([]);
	});

	it('end in 等', () => {
		expect(parts('公开信息100条，其中机构类40条，政策类30条，动态类25条等。')).toEqual([]);
	});

	it('are open where the parts exceed the whole', () => {
		expect(parts('公开信息20条，其中机构类15条，政策类9条。')).toEqual([[20, [15, 9], true]]);
	});

	it('count different things', () => {
		expect(parts('召开会议3次，培训2次，印发文件1件。')).toEqual([]);
	});
});

describe('sums without 「其中」', () => {
	it('are seen where the figures behind a whole add up to it', () => {
		expect(parts('收到群众诉求348件，现场解决162件，跟进解决186件。')).toEqual([[348, [162, 186], undefined]]);
	});

	it('are not made of zeros', () => {
		expect(parts('收到申请0件，答复0件，结转0件。')).toEqual([]);
	});

	it('divide a total stated shortly before', () => {
		const list = '主要类别有：机构类5条，政策类10条，规划类3条，财政类2条，其他信息30条。';
		expect(parts('2017年公开政府信息50条。', list)).toEqual([[50, [5, 10, 3, 2, 30], undefined]]);
		expect(parts('2017年公开政府信息51条。', list)).toEqual([]);
	});

	it('divide the applications answered by their results, right or wrong', () => {
		const results = '予以公开及部分公开258件；不予公开35件；无法提供265件；不予处理158件；其他处理0件。';
		expect(parts(`受理政府信息公开申请859件，答复政府信息公开申请805件。${results}`)).toEqual([
			[805, [258, 35, 265, 158, 0], undefined],
		]);
	});
});

describe('the claim', () => {
	it('carries its words, place and precision', () => {
		const [sum] = sums('平稳。全年公开信息30余条，其中网站20条，公开栏10条。');
		expect(sum).toMatchObject({ value: 30, unit: '条', precision: 'atLeast', refs: [], at: { paragraph: 1 } });
		expect(sum?.text).toContain('其中网站20条，公开栏10条');
	});
});
