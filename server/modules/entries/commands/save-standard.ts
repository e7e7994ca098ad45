import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { say, words } from '../messages.zh.ts';
import { entryTitle, type StandardEntry } from '../model.ts';
import { nextCode } from '../rules/codes.ts';
import { contentIssues } from '../rules/content.ts';
import { fieldOf } from '../standard/fields.ts';
import { insertStandard, lockCodes, lockStandard, updateStandard } from '../store/standard.ts';

/** An entry of the standard catalog as the county writes it. */
export type StandardInput = Pick<StandardEntry, 'field' | 'content' | 'targets' | 'officeIds' | 'position'>;

/** Adds an entry to the standard catalog; offices hear of it when it is handed down. @throws AppError `invalid` */
export async function addStandard(tx: Tx, input: StandardInput): Promise<{ id: number; code: string }> {
	const issues = await standardIssues(tx, input);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const code = nextCode(input.field, await lockCodes(tx));
	const id = await insertStandard(tx, { ...input, code });
	tx.about({ type: 'catalogStandard', id, summary: `新增标准事项${code} ${entryTitle(input.content)}` });
	return { id, code };
}

/** Changes or ends an entry. @throws AppError `conflict` when somebody changed it since, `invalid`, `notFound` */
export async function changeStandard(
	tx: Tx,
	id: number,
	{ revision, ended, ...input }: StandardInput & { revision: number; ended: boolean },
): Promise<void> {
	const before = await lockStandard(tx, id);
	if (!before) throw new AppError('notFound');
	if (before.revision !== revision) throw new AppError('conflict', { message: words('entry.changed') });
	const issues = await standardIssues(tx, { ...input, field: before.field });
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await updateStandard(tx, id, { ...input, ended });
	const verb = ended && !before.ended ? '停用' : '修改';
	tx.about({ type: 'catalogStandard', id, summary: `${verb}标准事项${before.code} ${entryTitle(input.content)}` });
}

/** What is wrong with an entry of the standard catalog. */
export async function standardIssues(tx: Tx, input: StandardInput): Promise<Issue[]> {
	const known = new Set((await listOffices(tx)).map(({ id }) => id));
	return collectIssues(
		!fieldOf(input.field) && say('entry.field', 'field'),
		input.targets.length === 0 && input.officeIds.length === 0 && say('entry.targets', 'targets'),
		input.officeIds.some((id) => !known.has(id)) && say('entry.targets', 'officeIds'),
		contentIssues(input.content),
	);
}
