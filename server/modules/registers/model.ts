import type { OfficeKind } from '../offices/index.ts';

/** How a register is totalled: `sum` adds the lines of the period, `stock` takes the last line on or before its end. */
export type Measure = 'sum' | 'stock';

/** A further particular of a line. `amount` fields are totalled like the quantity itself. */
export interface RegisterField {
	readonly key: string;
	readonly label: string;
	readonly type: 'integer' | 'amount' | 'text' | 'choice';
	readonly unit?: string;
	/** For `amount`: digits after the point. */
	readonly decimals?: number;
	readonly required?: boolean;
	readonly choices?: readonly { readonly key: string; readonly label: string }[];
	/** An integer that cannot exceed the quantity, such as 「主要负责同志参加」. */
	readonly withinQuantity?: boolean;
}

export type RegisterForm = '2014' | '2019' | '2021';

/** A report cell that a register fills. */
export interface Feed {
	readonly form: RegisterForm;
	readonly address: string;
	/** The field that is totalled instead of the quantity. */
	readonly of?: string;
	/** Only lines whose choice field has this value. */
	readonly where?: readonly [field: string, choice: string];
	/** The stock at the end of last year, or its change during the year, instead of the year's own total. */
	readonly when?: 'lastYear' | 'change';
	/** Only offices of these kinds; for others the cell is 0 as not of their level. */
	readonly only?: readonly OfficeKind[];
}

/** A register (台账): one kind of fact an office keeps count of. */
export interface RegisterKind {
	readonly key: string;
	readonly label: string;
	/** What counts as one, and in whose name. Shown above the list. */
	readonly hint: string;
	readonly unit: string;
	readonly measure: Measure;
	/** Digits after the point of the quantity; 0 for counted things. */
	readonly decimals: number;
	readonly fields: readonly RegisterField[];
	readonly feeds: readonly Feed[];
	/** Ground offered for a zero report in one click. */
	readonly zeroBasis: string;
}

export interface RegisterGroup {
	readonly key: string;
	readonly label: string;
	readonly kinds: readonly RegisterKind[];
}

export type FieldValues = Readonly<Record<string, string | number>>;

/** What somebody writes into a register; amounts as decimal text, so that no cent is lost on the way. */
export interface EntryInput {
	day: string;
	quantity: string;
	fields: FieldValues;
	note: string;
}

/** A line that counts. */
export interface StandingEntry {
	id: number;
	kind: string;
	entryType: 'entry' | 'zero';
	day: string;
	quantity: string;
	fields: FieldValues;
	note: string;
}
