import type { OfficialDocument } from '../../../platform/documents/index.ts';
import { fillTemplate, type Template, type Values } from './template.ts';

/** Stands where a name would tell who applied. */
export const MASKED = '×××';

export interface LetterHead {
	/** Title and body, as the county words them. */
	readonly wording: { readonly title: string; readonly template: Template };
	readonly issuer: string;
	readonly number?: string | undefined;
	readonly reader: string;
	readonly office: {
		readonly name: string;
		readonly contactOffice: string;
		readonly phone: string;
		readonly address: string;
	};
	readonly day: string;
	readonly enclosures?: readonly string[];
}

/** A letter as a paper: head, body from its template, seal and contact. Forms have neither head nor seal. */
export function paperOf(head: LetterHead, values: Values): OfficialDocument {
	const { title, template } = head.wording;
	const blocks = fillTemplate(template, values);
	if (!template.sealed) return { title, blocks };
	return {
		title,
		issuer: head.issuer,
		number: head.number,
		addressee: template.addressed ? head.reader : undefined,
		blocks,
		enclosures: head.enclosures,
		signature: { office: head.office.name, day: head.day },
		notes: [contactOf(head.office)],
	};
}

/** 联系人、电话、地址, as far as they are known. */
export function contactOf({ contactOffice, phone, address }: LetterHead['office']): string {
	const parts = [
		contactOffice ? `联系人：${contactOffice}` : '',
		phone ? `联系电话：${phone}` : '',
		address ? `地址：${address}` : '',
	];
	return parts.filter(Boolean).join('　');
}
