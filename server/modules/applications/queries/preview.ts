import { scopeOf } from '../../../kernel/actor.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { OUTCOMES, type OutcomeCode } from '../../../law/outcomes.ts';
import { remedyOf } from '../../../law/remedies.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { answerValues } from '../letters/answer-values.ts';
import { remedyOfLetter } from '../letters/remedy.ts';
import { fillTemplate } from '../letters/template.ts';
import { commonValues } from '../letters/values.ts';
import { checkDecision, type DecisionDetails, offeredFields } from '../rules/decision.ts';
import { selectApplication } from '../store/applications.ts';
import { checkAlreadyPublic } from './already-public.ts';
import { caseRecord, evidenceOf } from './case-record.ts';
import { wordingOf } from './wordings.ts';

export interface Preview {
	title: string;
	paragraphs: string[];
	/** What still stands in the way, beside its field. */
	issues: Issue[];
}

const HOLE = '＿＿＿＿';

/** The answer as its letter would read, without number and without the name of who applied. */
export async function previewAnswer(
	reader: Reader,
	input: { id: number; outcome: OutcomeCode; details: DecisionDetails },
): Promise<Preview> {
	const { outcome } = input;
	const { details, issues } = await checkAlreadyPublic(reader, outcome, input.details);
	const record = await caseRecord(reader, await selectApplication(reader, scopeOf(reader.actor), input.id));
	const template = OUTCOMES[outcome].letter ?? 'D15';
	const withheld = details.withheld.map(({ ground }) => ground);
	const kind = remedyOf(outcome, { decidedOn: reader.today, withheld });
	const remedy = remedyOfLetter(kind, record);
	const files = record.files.filter(({ id }) => details.enclosureIds.includes(id)).map(({ fileName }) => fileName);
	const given = {
		...commonValues(record, { template, outcome }, reader.today),
		...answerValues(record.application, outcome, details, files),
		remedy: remedy.ok ? remedy.value : '',
	};
	const optional = offeredFields(outcome).flatMap((field) => (field.optional ? [field.key] : []));
	const values = new Proxy<Record<string, string>>(given, {
		get: (all, key) => all[String(key)]?.trim() || (optional.includes(String(key)) ? '' : HOLE),
	});
	const wording = await wordingOf(reader, template, outcome);
	const blocks = fillTemplate(wording.template, values);
	return {
		title: wording.title,
		paragraphs: blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : [])),
		issues: [...issues, ...checkDecision(outcome, details, evidenceOf(record)), ...(remedy.ok ? [] : remedy.issues)],
	};
}
