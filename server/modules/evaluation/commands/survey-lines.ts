import type { Tx } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { heldBack, satisfactionOf } from '../rules/tally.ts';
import { selectAnswers } from '../store/answers.ts';
import { LEAST_ANSWERS, SCALE_TOP, type Survey } from '../types.ts';

const KIND = 'socialEvaluation';

function sourceOf({ number, version }: Survey): string {
	return `社会评议${number}第${version}版`;
}

/** The lines a published questionnaire means: of the county that held it, and of each office enough people answered about. */
async function linesOf(tx: Tx, survey: Survey): Promise<{ officeId: number; participants: number; result: string }[]> {
	const answers = await selectAnswers(tx, survey.id);
	const offices = await listOffices(tx);
	const held = heldBack(
		offices.map(({ id }) => {
			const own = answers.filter(({ officeId }) => officeId === id);
			return { officeId: id, answers: own.length };
		}),
	);
	const heldIds = new Set([...held].map(({ officeId }) => officeId));
	const line = (officeId: number, own: typeof answers) => {
		const isHeld = own !== answers && heldIds.has(officeId);
		const mean = isHeld
			? null
			: satisfactionOf(
					survey.questions,
					own.map((one) => one.answers),
				);
		const result = mean === null ? '已公布评议结果' : `平均${mean.toFixed(2)}分（满分${SCALE_TOP}分）`;
		return { officeId, participants: own.length, result };
	};
	return offices.flatMap(({ id, kind }) => {
		if (kind === 'county') return answers.length > 0 ? [line(id, answers)] : [];
		const own = answers.filter(({ officeId }) => officeId === id);
		return own.length >= LEAST_ANSWERS ? [line(id, own)] : [];
	});
}

/** 条例第五十条: what the annual reports tell of the 社会评议. */
export async function tellRegisters(tx: Tx, survey: Survey): Promise<void> {
	for (const { officeId, participants, result } of await linesOf(tx, survey)) {
		await tx.emit('register.due', {
			...{ officeId, kind: KIND, day: tx.today, quantity: '1', fields: { participants, result } },
			source: sourceOf(survey),
		});
	}
}

export async function takeBackFromRegisters(tx: Tx, survey: Survey): Promise<void> {
	const undone = { kind: KIND, source: sourceOf(survey), reason: '评议结果已撤下' };
	for (const { officeId } of await linesOf(tx, survey)) await tx.emit('register.undone', { officeId, ...undone });
}
