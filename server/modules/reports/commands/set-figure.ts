import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { compileLive } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import { messages } from '../messages.zh.ts';
import { addressIssues, groundIssues, valueIssues } from '../rules/figure.ts';
import { handFigures, insertFigure } from '../store/contents.ts';
import { record, stepFrom } from './step.ts';

export interface FigureInput {
	address: string;
	/** As typed. */
	value: string;
	ground: string;
}

/**
 * Gives a cell by hand: entered with its source where the system counts nothing, put over the computed figure with a
 * reason where it does. The computed figure is kept beside it.
 */
export async function setFigure(
	tx: Tx,
	reportId: number,
	input: FigureInput,
	sources: CountSources,
): Promise<'enter' | 'override'> {
	const report = await stepFrom(tx, reportId, 'edit');
	const address = addressIssues(report.form, input.address);
	if (address.length > 0) throw new AppError('invalid', { issues: address });
	const live = await compileLive(tx, report, sources);
	const computed = live.cells[input.address]?.computed ?? null;
	const action = computed === null ? 'enter' : 'override';
	const ground = input.ground.trim();
	const text = input.value.trim();
	const issues = [...valueIssues(report.form, input.address, text), ...groundIssues(action, ground)];
	if (issues.length === 0 && computed === Number(text))
		issues.push(issue('figure.same', messages.sameAsComputed, 'value'));
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const figure = { address: input.address, action, value: Number(text), computed, ground } as const;
	await insertFigure(tx, reportId, figure);
	await record(tx, report, action, { address: input.address, value: Number(text), computed, ground });
	return action;
}

/** Takes a figure given by hand back; the cell shows what the system counts. */
export async function clearFigure(tx: Tx, reportId: number, address: string): Promise<void> {
	const report = await stepFrom(tx, reportId, 'edit');
	const given = (await handFigures(tx, reportId)).get(address);
	if (!given) throw new AppError('conflict', { message: messages.nothingToClear });
	await insertFigure(tx, reportId, {
		address,
		action: 'clear',
		value: null,
		computed: given.computed,
		ground: given.ground,
	});
	await record(tx, report, 'clear', { address, value: given.value });
}
