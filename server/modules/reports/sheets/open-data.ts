import { addressInfo, allAddresses } from 'annual-report';
import { csvFile, stateNames } from 'annual-report/render';
import type { SnapshotModel } from '../snapshot/model.ts';

/** A published report as open data names it. */
export interface OpenReport {
	model: SnapshotModel;
	/** Part of its office's public address. */
	slug: string;
	/** Civil day. */
	publishedOn: string;
}

const HEADS = ['年度', '机关', '格式', '版次', '地址', '名称', '单位', '数值', '状态'];

/** Every figure of the published reports, one a line. An empty value is no zero; the state says what was printed. */
export function openDataCsv(reports: readonly OpenReport[]): string {
	const rows = reports.flatMap(({ model }) =>
		allAddresses(model.form).map((address) => {
			const cell = model.report.cells[address];
			const info = addressInfo(address, model.form);
			return [
				model.year,
				model.officeName,
				model.form,
				model.edition,
				address,
				info?.label ?? '',
				info?.unit ?? '',
				cell?.value ?? null,
				stateNames[cell?.state ?? 'absent'],
			];
		}),
	);
	return csvFile([HEADS, ...rows]);
}

/** The same as one object, described by {@link OPEN_DATA_SCHEMA}. */
export function openDataJson(reports: readonly OpenReport[], at: { year: number; origin: string }): string {
	const data = {
		$schema: `${at.origin}/opendata/annual-reports/schema.json`,
		year: at.year,
		reports: reports.map(({ model, slug, publishedOn }) => ({
			office: model.officeName,
			form: model.form,
			edition: model.edition,
			title: model.title,
			signedOn: model.signedOn,
			publishedOn,
			page: `${at.origin}/o/${slug}/reports/${model.year}`,
			cells: Object.fromEntries(
				allAddresses(model.form).map((address) => {
					const cell = model.report.cells[address];
					return [address, { value: cell?.value ?? null, state: cell?.state ?? 'absent' }];
				}),
			),
		})),
	};
	return `${JSON.stringify(data, null, '\t')}\n`;
}

const cell = {
	type: 'object',
	required: ['value', 'state'],
	additionalProperties: false,
	properties: {
		value: { type: ['number', 'null'], description: '数值；没有数字时为 null，不是 0' },
		state: { enum: Object.keys(stateNames), description: '报告上的写法：有数字、空白、填「/」等' },
	},
};

/** JSON Schema (draft 2020-12) of the open data. */
export const OPEN_DATA_SCHEMA = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: '政府信息公开工作年度报告数据',
	type: 'object',
	required: ['$schema', 'year', 'reports'],
	additionalProperties: false,
	properties: {
		$schema: { type: 'string' },
		year: { type: 'integer' },
		reports: {
			type: 'array',
			items: {
				type: 'object',
				required: ['office', 'form', 'edition', 'title', 'signedOn', 'publishedOn', 'page', 'cells'],
				additionalProperties: false,
				properties: {
					office: { type: 'string' },
					form: { enum: ['2014', '2019', '2021'], description: '报告格式' },
					edition: { type: 'integer', minimum: 1, description: '版次，大于1为更正版' },
					title: { type: 'string' },
					signedOn: { type: 'string', format: 'date' },
					publishedOn: { type: 'string', format: 'date' },
					page: { type: 'string', format: 'uri' },
					cells: { type: 'object', additionalProperties: cell, description: '单元格，按地址' },
				},
			},
		},
	},
};
