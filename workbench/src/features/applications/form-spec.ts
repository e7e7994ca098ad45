import type { Options } from './api.ts';

/** One input of a form that belongs to a move. */
export interface FieldSpec {
	name: string | readonly [string, string];
	label: string;
	kind: 'line' | 'area' | 'day' | 'futureDay' | 'number' | 'money' | 'select' | 'yes';
	required?: boolean;
	hint?: string;
	/** For `select`. */
	options?: readonly { value: string | number; label: string }[];
	initial?: string | number | boolean | null;
	/** Shown only while another input has one of these values. */
	when?: { name: string; is: readonly string[] };
}

export interface FormSpec {
	/** What the form is for, above its inputs. */
	text?: string;
	fields: readonly FieldSpec[];
	/** Last part of the address below /api/applications/:id; the action itself when left out. */
	path?: string;
	/** Sent beside what was filled in. */
	fixed?: Readonly<Record<string, unknown>>;
}

export interface FormContext {
	options: Options;
	today: string;
	handlers: readonly { id: number; name: string }[];
	handlerId: number | null;
	/** Reviews and suits over the case that are open. */
	remedies?: readonly { id: number; label: string; also: readonly string[] }[];
}

export const LAW = '《条例》';
export const day = (name: string, label: string, initial?: string): FieldSpec => ({
	name,
	label,
	kind: 'day',
	required: true,
	initial,
});
export const area = (name: string, label: string, hint?: string): FieldSpec => ({
	name,
	label,
	kind: 'area',
	required: true,
	hint,
});
export const until = (name: string, label: string): FieldSpec => ({ name, label, kind: 'futureDay', required: true });
