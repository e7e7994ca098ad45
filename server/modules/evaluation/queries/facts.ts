import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { lateAnswers, openApplications } from '../../applications/index.ts';
import { guideOf } from '../../catalog/index.ts';
import { overdueConcerns } from '../../participation/index.ts';
import { lateDocuments, unexplainedPolicies } from '../../publishing/index.ts';
import { reportMatrix, reportYears } from '../../reports/index.ts';
import { openFindings } from '../../supervision/index.ts';
import type { Evidence, Round, Source } from '../model.ts';
import { satisfactionLoss } from '../rules/deduction.ts';
import { satisfactionOf } from '../rules/tally.ts';
import { selectAnswers } from '../store/answers.ts';
import { selectSurvey } from '../store/surveys.ts';
import { SCALE_TOP } from '../types.ts';

/** A fault as its module tells it. Titles of what is not public, and of applications, stay where they are. */
export interface Fault {
	officeId: number;
	/** Found again when counted again: `document:7`. */
	ref: string;
	kind: Evidence['kind'];
	path: string;
	text: string;
	/** Points of a weight, where they are not so much a fault. */
	loss?: (weight: number) => number;
}

/** Monitoring rules about what everybody can see: columns not updated, columns empty. */
const COLUMN_RULES = ['M-NEWS', 'M-STALE', 'M-EMPTY'];

type Look = (reader: Reader, round: Round, officeIds: readonly number[]) => Promise<Fault[]>;

const LOOKS: Readonly<Record<Source, Look>> = {
	lateDocuments: async (reader, { from, to }) =>
		(await lateDocuments(reader, from)).late
			.filter(({ publishedOn }) => publishedOn !== null && publishedOn <= to)
			.map(({ officeId, id, title, formedOn, due, publishedOn }) => ({
				...publicDocument(officeId, id),
				text: `《${title}》${formedOn}形成，应于${due}前公开，${publishedOn}公开。`,
			})),
	unexplained: async (reader, { from, to }) =>
		(await unexplainedPolicies(reader, from))
			.filter(({ due }) => due <= to)
			.map(({ officeId, id, title, publishedOn, due }) => ({
				...publicDocument(officeId, id),
				text: `《${title}》${publishedOn}公开，应于${due}前解读，没有解读。`,
			})),
	lateAnswers: async (reader, { from, to }) =>
		(await lateAnswers(reader, { kind: 'all' }, from, to)).map(({ officeId, id, number, dueOn, concludedOn }) =>
			internal(officeId, `application:${id}`, `${number ?? '编号未定'}号申请应于${dueOn}前答复，${concludedOn}答复。`),
		),
	openOverdue: async (reader) =>
		(await openApplications(reader, { kind: 'all' }))
			.filter(({ overdueDays, paused }) => overdueDays > 0 && !paused)
			.map(({ officeId, id, number, dueOn }) =>
				internal(officeId, `application:${id}`, `${number ?? '编号未定'}号申请应于${dueOn}前答复，至今没有答复。`),
			),
	lateReport: async (reader, { to }) => await lateReports(reader, Number(to.slice(0, 4)) - 1),
	overdueConcerns: async (reader) =>
		(await overdueConcerns(reader)).map(({ officeId, id, number, limit, receivedAt }) =>
			internal(
				officeId,
				`concern:${id}`,
				`${number}号诉求${civilDay(receivedAt)}收到，应于${limit.dueOn}前答复，至今没有答复。`,
			),
		),
	guideMissing: async (reader, _round, officeIds) => await missingGuides(reader, officeIds),
	staleColumns: async (reader) =>
		(await openFindings(reader, COLUMN_RULES)).map(({ officeId, id, message, evidence, firstSeen }) => ({
			...{ officeId, ref: `finding:${id}`, kind: 'finding' as const, path: evidence.path },
			text: `${message}（${firstSeen}首次发现）`,
		})),
	satisfaction: async (reader, { surveyId }, officeIds) => await dissatisfaction(reader, surveyId, officeIds),
};

/** Faults of the offices of a round from one source, as they are now. */
export async function faultsFrom(
	reader: Reader,
	source: Source,
	round: Round,
	officeIds: readonly number[],
): Promise<Fault[]> {
	const found = await LOOKS[source](reader, round, officeIds);
	return found.filter(({ officeId }) => officeIds.includes(officeId));
}

function publicDocument(officeId: number, id: number) {
	return { officeId, ref: `document:${id}`, kind: 'document' as const, path: `/d/${id}` };
}

function internal(officeId: number, ref: string, text: string): Fault {
	return { officeId, ref, kind: 'text', path: '', text };
}

/** 条例第四十九条: the report of the year before, as far as the county has opened that year. */
async function lateReports(reader: Reader, year: number): Promise<Fault[]> {
	const isOpened = (await reportYears(reader)).some((opened) => opened.year === year);
	if (!isOpened) return [];
	const { rows } = await reportMatrix(reader, year);
	return rows
		.filter(({ due }) => due.late)
		.map(({ officeId, due, publishedAt }) =>
			internal(
				officeId,
				`report:${year}`,
				`${year}年度报告应于${due.publishBy}前公布，${publishedAt ? `${civilDay(publishedAt)}公布` : '至今没有公布'}。`,
			),
		);
}

async function missingGuides(reader: Reader, officeIds: readonly number[]): Promise<Fault[]> {
	const faults: Fault[] = [];
	for (const officeId of officeIds) {
		if ((await guideOf(reader, officeId)) === null) faults.push(internal(officeId, 'guide', '没有公布公开指南。'));
	}
	return faults;
}

/** The mean of the marks people gave an office; too few answers say nothing and cost nothing. */
async function dissatisfaction(
	reader: Reader,
	surveyId: number | null,
	officeIds: readonly number[],
): Promise<Fault[]> {
	const survey = surveyId === null ? null : await selectSurvey(reader, surveyId);
	if (!survey) return [];
	const answers = await selectAnswers(reader, survey.id);
	return officeIds.flatMap((officeId) => {
		const own = answers.filter((answer) => answer.officeId === officeId).map((answer) => answer.answers);
		const mean = satisfactionOf(survey.questions, own);
		if (mean === null || mean >= SCALE_TOP) return [];
		const text = `社会评议${survey.number}：${own.length}份答卷，平均${mean.toFixed(2)}分（满分${SCALE_TOP}分）。`;
		return [
			{
				...internal(officeId, `survey:${survey.id}`, text),
				loss: (weight: number) => satisfactionLoss(weight, mean, SCALE_TOP),
			},
		];
	});
}
