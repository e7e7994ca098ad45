import type { RegisterField, RegisterKind } from '../model.ts';

/** A column of a register's sheet. */
export interface SheetColumn {
	key: 'day' | 'quantity' | 'note' | `fields.${string}`;
	/** Heading without its unit. */
	label: string;
	unit: string;
	required: boolean;
	field: RegisterField | null;
	width: number;
}

/** The columns of the template, in order. */
export function sheetColumns(kind: RegisterKind): SheetColumn[] {
	const fields = kind.fields.map(
		(field): SheetColumn => ({
			key: `fields.${field.key}`,
			label: field.label,
			unit: field.unit ?? '',
			required: field.required ?? false,
			field,
			width: field.type === 'text' ? 28 : 14,
		}),
	);
	return [
		{ key: 'day', label: '日期', unit: '', required: true, field: null, width: 14 },
		{ key: 'quantity', label: '数量', unit: kind.unit, required: true, field: null, width: 14 },
		...fields,
		{ key: 'note', label: '备注', unit: '', required: false, field: null, width: 36 },
	];
}

export function headingOf(column: SheetColumn): string {
	return column.unit === '' ? column.label : `${column.label}（${column.unit}）`;
}
