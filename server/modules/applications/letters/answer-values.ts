import { chineseDay, isCivilDay } from '../../../kernel/civil-day.ts';
import { chineseNumber } from '../../../law/articles.ts';
import { OUTCOMES, type OutcomeCode } from '../../../law/outcomes.ts';
import { type Application, FORMS } from '../model.ts';
import { type DecisionDetails, GROUNDS, unknownTexts } from '../rules/decision.ts';
import { unstopped } from './template.ts';

/** The blanks of an answer from what was decided. */
export function answerValues(
	application: Pick<Application, 'form'>,
	outcome: OutcomeCode,
	details: DecisionDetails,
	enclosures: readonly string[],
): Record<string, string> {
	const { fields, withheld } = details;
	const { publishedOn = '' } = fields;
	const listed = enclosures.map((name) => `《${name}》`).join('、');
	return {
		...fields,
		...unknownTexts(outcome, details),
		publishedOn: isCivilDay(publishedOn) ? chineseDay(publishedOn) : '',
		enclosures: fields.enclosures?.trim() || listed,
		form: fields.form?.trim() || FORMS[application.form],
		ground: `“${groundName(outcome)}”情形`,
		withheldParts: withheld
			.map(
				({ part, ground, reason }, at) =>
					`（${chineseNumber(at + 1)}）${unstopped(part)}属于${GROUNDS[ground]}，不予公开。理由：${unstopped(reason)}。`,
			)
			.join('\n'),
	};
}

/** 不予公开：国家秘密 → 国家秘密. */
function groundName(outcome: OutcomeCode): string {
	const { name } = OUTCOMES[outcome];
	return name.slice(name.indexOf('：') + 1);
}
