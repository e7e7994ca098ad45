import { addressInfo, labelOf } from 'annual-report';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { isTotal } from '../compile/totals.ts';
import { messages } from '../messages.zh.ts';
import type { ReportForm } from '../model.ts';

const MAX_GROUND = 500;
const LARGEST = 1e12;
const DECIMALS: Readonly<Record<string, number>> = { 万元: 6, 元: 2 };

/** Whether a cell may be given by hand at all: it is in the form, and the form does not add it up itself. */
export function addressIssues(form: ReportForm, address: string): Issue[] {
	if (!addressInfo(address, form)) return [issue('figure.address', messages.noSuchCell, 'address')];
	return isTotal(form, address) ? [issue('figure.total', messages.totalCell, 'address')] : [];
}

/** What is wrong with a figure as typed. Money has its decimals, 本年增/减 of the 2019 form its sign, all else is counted. */
export function valueIssues(form: ReportForm, address: string, text: string): Issue[] {
	const decimals = DECIMALS[addressInfo(address, form)?.unit ?? ''] ?? 0;
	const signed = /^t2\..*\.delta$/.test(address);
	const match = /^(-?)\d{1,15}(?:\.(\d+))?$/.exec(text);
	const wholeNumber = signed ? messages.signedInteger : messages.notInteger;
	if (!match) return [issue('figure.number', decimals > 0 ? messages.notFigure : wholeNumber, 'value')];
	if (match[1] === '-' && !signed)
		return [issue('figure.negative', decimals > 0 ? messages.notFigure : wholeNumber, 'value')];
	const digits = match[2]?.length ?? 0;
	if (digits > decimals) {
		return [issue('figure.decimals', decimals === 0 ? wholeNumber : messages.tooFine(decimals), 'value')];
	}
	return Math.abs(Number(text)) > LARGEST ? [issue('figure.large', messages.tooLarge, 'value')] : [];
}

/** An entered figure names its source, an override its reason. */
export function groundIssues(action: 'enter' | 'override', ground: string): Issue[] {
	if (ground === '') {
		const message = action === 'enter' ? messages.groundMissingEnter : messages.groundMissingOverride;
		return [issue('figure.ground', message, 'ground')];
	}
	return ground.length > MAX_GROUND ? [issue('figure.groundLong', messages.groundLong(MAX_GROUND), 'ground')] : [];
}

/** How many cells have no figure, and the label of the first. */
export function blankCells(
	form: ReportForm,
	cells: Readonly<Record<string, { value: number | null; total: boolean }>>,
): { count: number; first: string } {
	const blank = Object.entries(cells).filter(([, cell]) => cell.value === null && !cell.total);
	const [first] = blank;
	return { count: blank.length, first: first ? `「${labelOf(first[0], form)}」` : '' };
}
