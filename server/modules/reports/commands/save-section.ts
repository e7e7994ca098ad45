import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { compileLive } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import { messages } from '../messages.zh.ts';
import type { SectionContent, SectionNumber } from '../model.ts';
import { sectionIssues } from '../rules/section.ts';
import { insertSection, sectionRevisions } from '../store/contents.ts';
import { record, stepFrom } from './step.ts';

/**
 * Saves the words of a section. `base` is the id of the version they were written on (null for none): of two people who
 * write at once the second is told, and neither text is lost. Answers the id of the new version.
 */
export async function saveSection(
	tx: Tx,
	reportId: number,
	input: { section: SectionNumber; content: SectionContent; base: number | null },
	sources: CountSources,
): Promise<number> {
	const report = await stepFrom(tx, reportId, 'edit');
	const last = (await sectionRevisions(tx, reportId)).get(input.section);
	if ((last?.id ?? null) !== input.base) {
		throw new AppError('conflict', { message: messages.sectionMoved(last?.personName ?? '') });
	}
	const { facts } = await compileLive(tx, report, sources);
	const issues = sectionIssues(input.section, input.content, facts);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const id = await insertSection(tx, reportId, input.section, input.content);
	await record(tx, report, 'section', { section: input.section });
	return id;
}
