import { labelOf, unitOf } from 'annual-report';
import type { Office } from '../../offices/index.ts';
import { type PeriodTotal, REGISTER_KINDS } from '../../registers/index.ts';
import type { FeeTotals } from '../compile/sources.ts';
import type { ReportCells, ReportForm } from '../model.ts';
import type { Fact, Facts } from './references.ts';

export interface FactInput {
	form: ReportForm;
	year: number;
	/** Name the report is printed under. */
	officeName: string;
	office: Pick<Office, 'address' | 'postcode' | 'phone' | 'email' | 'contactOffice'>;
	/** Where the report can be read: the platform's name with its address. */
	site: string;
	cells: ReportCells;
	totals: readonly PeriodTotal[];
	/** Items published in the year. */
	published: number;
	fees: FeeTotals;
}

/** Everything the words of a report may refer to, by key: cells by address, registers as `register.<kind>`. */
export function factsOf(input: FactInput): Facts {
	const facts = new Map<string, Fact>();
	for (const cell of Object.values(input.cells)) {
		const label = labelOf(cell.address, input.form);
		facts.set(cell.address, { label, value: text(cell.value), unit: unitOf(cell.address, input.form) });
	}
	for (const total of input.totals) addRegister(facts, total);
	facts.set('published', { label: '主动公开政府信息条数', value: String(input.published), unit: '条' });
	addFees(facts, input.fees);
	facts.set('year', { label: '报告年度', value: String(input.year), unit: '' });
	facts.set('office', { label: '机关名称', value: input.officeName, unit: '' });
	const { address, postcode, phone, email, contactOffice } = input.office;
	const contact = {
		address: '办公地址',
		postcode: '邮政编码',
		phone: '联系电话',
		email: '电子邮箱',
		contactOffice: '工作机构',
	};
	const values = { address, postcode, phone, email, contactOffice };
	for (const [key, label] of Object.entries(contact)) {
		facts.set(key, { label, value: values[key as keyof typeof values] || null, unit: '' });
	}
	facts.set('site', { label: '公开平台网址', value: input.site || null, unit: '' });
	return facts;
}

function addFees(facts: Map<string, Fact>, fees: FeeTotals): void {
	const rows = [
		['fee.notices', '信息处理费收费通知', fees.notices, '件'],
		['fee.charged', '信息处理费通知金额', fees.charged, '元'],
		['fee.collected', '信息处理费实收金额', fees.collected, '元'],
	] as const;
	for (const [key, label, value, unit] of rows) facts.set(key, { label, value: String(value), unit });
}

function addRegister(facts: Map<string, Fact>, total: PeriodTotal): void {
	const kind = REGISTER_KINDS.find((one) => one.key === total.kind);
	if (!kind) return;
	const known = total.quantity !== null;
	const name = `register.${kind.key}`;
	facts.set(name, { label: `台账：${kind.label}`, value: total.quantity, unit: kind.unit });
	for (const field of kind.fields) {
		const sum = total.fields[field.key];
		if (sum !== undefined) {
			const label = `台账：${kind.label}·${field.label}`;
			facts.set(`${name}.${field.key}`, { label, value: known ? sum : null, unit: field.unit ?? '' });
		}
		for (const choice of field.choices ?? []) {
			const key = `${field.key}=${choice.key}`;
			const value = known ? (total.choices[key] ?? '0') : null;
			facts.set(`${name}.${key}`, { label: `台账：${kind.label}·${choice.label}`, value, unit: kind.unit });
		}
	}
}

function text(value: number | null): string | null {
	return value === null ? null : String(value);
}
