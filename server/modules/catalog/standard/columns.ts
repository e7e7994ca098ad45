import type { OfficeKind } from '../../offices/index.ts';
import type { Column, ColumnKind, ColumnType } from '../model.ts';
import { itemsFor } from './items.ts';

/** A column every office of a kind starts with. `parent` is the slug of the column above. */
export type StandardColumn = Pick<Column, 'slug' | 'name' | 'kind' | 'type' | 'code' | 'updateDays' | 'position'> & {
	description: string;
	parent: string | null;
};

const TWO_WEEKS = 14;
const SIX_MONTHS = 183;

/** The uniform names of 国办公开办函〔2019〕61号; they cannot be changed. */
const FIXED: readonly [slug: string, name: string, kind: ColumnKind, type: ColumnType][] = [
	['guide', '政府信息公开指南', 'guide', '信息公开指南'],
	['rules', '政府信息公开制度', 'rules', '政策文件'],
	['statutory', '法定主动公开内容', 'statutory', '信息公开目录'],
	['reports', '政府信息公开工作年度报告', 'reports', '信息公开年报'],
	['apply', '依申请公开', 'apply', '依申请公开'],
];

/** Update limits are those by which the health check of 国办秘函〔2019〕19号 calls a column dead. */
const USUAL: readonly [slug: string, name: string, type: ColumnType, code: string, updateDays: number | null][] = [
	['news', '工作动态', '工作动态', '', TWO_WEEKS],
	['notices', '通知公告', '政策文件', '', SIX_MONTHS],
	['policies', '政策文件', '政策文件', 'A20-01', SIX_MONTHS],
	['interpretations', '政策解读', '政策解读', '', null],
	['plans', '规划计划', '政策文件', 'A20-03', null],
	['budget', '财政预决算', '数据发布', 'A20-07', null],
	['functions', '机构职能', '机构职能', 'A20-02', null],
];

const TOWNSHIP_USUAL: typeof USUAL = [['subsidies', '惠民惠农补贴', '数据发布', 'A20-11', null]];

/** The columns an office of this kind starts with, parents first. */
export function standardColumns(kind: OfficeKind): StandardColumn[] {
	const fixed = FIXED.map(([slug, name, columnKind, type], index) => ({
		slug,
		name,
		kind: columnKind,
		type,
		code: '',
		updateDays: null,
		position: (index + 1) * 10,
		description: '',
		parent: null,
	}));
	const usual = [...USUAL, ...(kind === 'township' ? TOWNSHIP_USUAL : [])];
	return [...fixed, ...usual.map(usualColumn), ...itemsFor(kind).map(itemColumn)];
}

function usualColumn([slug, name, type, code, updateDays]: (typeof USUAL)[number], index: number): StandardColumn {
	const position = 100 + index * 10;
	return { slug, name, kind: 'usual', type, code, updateDays, position, description: '', parent: null };
}

function itemColumn(item: ReturnType<typeof itemsFor>[number], index: number): StandardColumn {
	return {
		slug: item.code.toLowerCase(),
		name: item.name,
		kind: 'item',
		type: '信息公开目录',
		code: item.code,
		updateDays: null,
		position: 1000 + index * 10,
		description: `${item.text}（${item.basis}）`,
		parent: 'statutory',
	};
}
