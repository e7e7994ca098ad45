import { labelOf, unitOf } from 'annual-report';
import type { Office } from '../../offices/index.ts';
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
	/** Counts beyond the tables, of whom the report speaks for. */
	told: Facts;
}

/** Everything the words of a report may refer to, by key: cells by address, registers as `register.<kind>`. */
export function factsOf(input: FactInput): Facts {
	const facts = new Map<string, Fact>(input.told);
	for (const cell of Object.values(input.cells)) {
		const label = labelOf(cell.address, input.form);
		facts.set(cell.address, { label, value: text(cell.value), unit: unitOf(cell.address, input.form) });
	}
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

function text(value: number | null): string | null {
	return value === null ? null : String(value);
}
