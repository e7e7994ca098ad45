import type { SheetColumn } from '../../../platform/row-sheet.ts';
import { OFFICE_KINDS, type OfficeDetails, type OfficeKind } from '../model.ts';

/** A column of the import sheet: a field of an office, or `parent`, the name of the office above. */
export type Column = SheetColumn<keyof Omit<OfficeDetails, 'parentId'> | 'parent'>;

export const COLUMNS: readonly Column[] = [
	{ field: 'name', header: '机关全称', required: true, width: 28, example: '青河县柳溪镇人民政府' },
	{ field: 'shortName', header: '机关简称', required: true, width: 14, example: '柳溪镇' },
	{ field: 'kind', header: '机关类别', required: true, width: 16, example: OFFICE_KINDS.township },
	{ field: 'slug', header: '网址标识', required: true, width: 16, example: 'liuxi-zhen' },
	{ field: 'parent', header: '上级机关', width: 24, example: '' },
	{ field: 'code', header: '机构代码', width: 22, example: '' },
	{ field: 'areaCode', header: '行政区划代码', width: 16, example: '' },
	{ field: 'address', header: '地址', width: 30, example: '青河县柳溪镇中街1号' },
	{ field: 'postcode', header: '邮政编码', width: 10, example: '099100' },
	{ field: 'phone', header: '电话', width: 16, example: '0999-8100001' },
	{ field: 'fax', header: '传真', width: 16, example: '' },
	{ field: 'email', header: '电子邮箱', width: 24, example: '' },
	{ field: 'officeHours', header: '办公时间', width: 28, example: '工作日 9:00—12:00，13:30—17:30' },
	{ field: 'contactOffice', header: '政府信息公开工作机构', width: 22, example: '党政综合办公室' },
	{ field: 'reviewBody', header: '复议机关', width: 20, example: '青河县人民政府' },
	{ field: 'court', header: '管辖法院', width: 20, example: '青河县人民法院' },
	{ field: 'reviewUrl', header: '在线申请复议网址', width: 24, example: '' },
	{ field: 'head', header: '负责人', width: 12, example: '' },
	{ field: 'position', header: '排列顺序', width: 10, example: '1' },
];

const KIND_WORDS: readonly [OfficeKind, readonly string[]][] = [
	['county', [OFFICE_KINDS.county]],
	['department', [OFFICE_KINDS.department, '部门', '县直']],
	['township', [OFFICE_KINDS.township, '乡镇', '街道', '镇', '乡', '乡镇(街道)']],
];

/** The kind a cell names, in one of the ways people write it; null when it names none. */
export function kindOf(text: string): OfficeKind | null {
	return KIND_WORDS.find(([, words]) => words.includes(text.replace(/\s/g, '')))?.[0] ?? null;
}
