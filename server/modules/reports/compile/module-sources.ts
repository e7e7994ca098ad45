import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import {
	applicationSummaries,
	countStat3,
	countTable3,
	countTable4,
	feeTotals,
	noticedCases,
	remedySummaries,
} from '../../applications/index.ts';
import { normativeCounts, publishedCount } from '../../publishing/index.ts';
import { periodTotals, registerFigures } from '../../registers/index.ts';
import { describeRecords } from './describe.ts';
import type { CaseEvidence, CountAt, CountSources } from './sources.ts';

/** The house's own sources: every figure is another module's read. */
export const moduleSources: CountSources = {
	table3: async (reader, at) =>
		at.form === '2014'
			? await countStat3(reader, place(at))
			: await countTable3(reader, { ...place(at), form: at.form }),
	table4: async (reader, at) => await countTable4(reader, place(at)),
	registers: async (reader, { office, year, form }) =>
		await registerFigures(reader, { officeId: office.id, officeKind: office.kind, year, form }),
	totals: async (reader, { office, year }) => await periodTotals(reader, office.id, year),
	normative: async (reader, { office, year }) => {
		const { made, repealed, valid } = await normativeCounts(reader, office.id, year);
		return { made: made.ids, repealed: repealed.ids, valid: valid.ids };
	},
	published: async (reader, { office, year }) => (await publishedCount(reader, office.id, year)).ids,
	fees: async (reader, at) => await feeTotals(reader, place(at)),
	caseEvidence,
	describe: describeRecords,
};

function place({ office, year }: CountAt): { officeId: number; year: number } {
	return { officeId: office.id, year };
}

/** What the audit asks of cases: those open at the end of the year with their limits, notices, cases newly taken up. */
async function caseEvidence(reader: Reader, at: CountAt): Promise<CaseEvidence> {
	if (at.form === '2014') return {};
	const scope = scopeOf(reader.actor);
	const table3 = await countTable3(reader, { ...place(at), form: at.form });
	const open = await applicationSummaries(reader, scope, table3['t3.carried_out.total'] ?? []);
	const { notices, charged, collected } = await feeTotals(reader, place(at));
	return {
		openApplications: open.map(({ number, dueOn, title }) => ({ number: number ?? title, dueOn })),
		supplementNotices: await noticedCases(reader, table3['t3.other.correct.total'] ?? [], 'supplement'),
		unpaidFeeNotices: await noticedCases(reader, table3['t3.other.fee.total'] ?? [], 'fee'),
		feeNotices: notices,
		feeCharged: charged,
		feeCollected: collected,
		...(await casesByGroup(reader, at)),
	};
}

/** Reviews and suits of table 4 by group: those newly taken up, and those no application began. */
async function casesByGroup(reader: Reader, at: CountAt): Promise<Pick<CaseEvidence, 'newCases' | 'otherCases'>> {
	const table4 = await countTable4(reader, place(at));
	const ids = (['review', 'direct', 'afterReview'] as const).flatMap((group) => table4[`t4.${group}.total`] ?? []);
	const newCases = { review: 0, direct: 0, afterReview: 0 };
	const otherCases = { review: 0, direct: 0, afterReview: 0 };
	for (const { track, receivedOn, applicationId } of await remedySummaries(reader, scopeOf(reader.actor), ids)) {
		if (receivedOn >= `${at.year}-01-01`) newCases[track]++;
		if (applicationId === null) otherCases[track]++;
	}
	return { newCases, otherCases };
}
