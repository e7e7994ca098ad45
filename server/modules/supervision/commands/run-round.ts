import type { Context } from '../../../platform/transaction.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { countySettings } from '../../offices/index.ts';
import { readConsultationFiles } from '../../participation/index.ts';
import type { OfficeFacts } from '../model.ts';
import { gatherFacts } from '../queries/facts.ts';
import { MONITOR_RULES } from '../rules/index.ts';
import { mediaScoreOf, scoreOf } from '../rules/score.ts';
import {
	clearFindings,
	insertRound,
	lockRounds,
	type NewFinding,
	saveFindings,
	selectFindings,
} from '../store/rounds.ts';
import type { RoundWork } from '../store/tables.ts';
import { keepSnapshots } from './keep-snapshots.ts';
import { scanNewEditions } from './scan-editions.ts';

/** Pages kept while somebody waits for the round; the night keeps more. */
const PAGES_AT_ONCE = 40;

/** What a round uses of the house: the pages as served, and where their snapshots lie. */
export type RoundHouse = Pick<Services, 'portal' | 'files'>;

export interface RoundDone {
	roundId: number;
	appeared: number;
	cleared: number;
	work: RoundWork;
}

/**
 * One round over all offices: editions nobody has looked through are, every rule is asked about every office, and what is
 * found is held against what was known. Everything is read before the transaction; it only writes down. Pages on which
 * something new was found are kept as they were served.
 */
export async function runRound(context: Context, house: RoundHouse, pages = PAGES_AT_ONCE): Promise<RoundDone> {
	const read = reader(context);
	const timed = stopwatch();
	const scanned = await timed('scan', () => scanNewEditions(read));
	await timed('files', () => readConsultationFiles(read, house.files));
	const facts = await timed('gather', () => gatherFacts(read, house.portal.ask));
	const findings = await timed('rules', async () => facts.flatMap(findingsOf));
	const work = { scanned, milliseconds: timed.spent };
	const done = await timed('save', () => save(context, read.now, { offices: facts.length, findings, work }));
	await timed('snapshots', () => keepSnapshots(context, house, pages));
	return { ...done, work };
}

interface Found {
	offices: number;
	findings: readonly NewFinding[];
	work: RoundWork;
}

async function save(context: Context, startedAt: Date, { offices, findings, work }: Found) {
	const { monitoring } = await countySettings(reader(context));
	return await transact(context, async (tx) => {
		await lockRounds(tx);
		const known = await selectFindings(tx, { kind: 'all' }, {});
		const key = ({ officeId, rule, subject }: { officeId: number; rule: string; subject: string }) =>
			`${officeId} ${rule} ${subject}`;
		const now = new Set(findings.map(key));
		const before = new Set(known.map(key));
		const gone = known.filter((finding) => !now.has(key(finding)));
		const appeared = findings.filter((finding) => !before.has(key(finding))).length;
		const waived = new Set(known.filter(({ waivedBy }) => waivedBy !== null).map(key));
		const counted = findings.filter((finding) => !waived.has(key(finding)));
		const media = mediaScoreOf(counted, monitoring.mediaFaults);
		const score = { ...scoreOf(counted, monitoring.bonus, monitoring.siteFaults), media };
		const counts = { appeared, cleared: gone.length };
		const roundId = await insertRound(tx, { startedAt, offices, ...counts, score, work });
		await saveFindings(tx, roundId, findings);
		await clearFindings(
			tx,
			gone.map(({ id }) => id),
		);
		tx.about({ type: 'monitorRound', id: roundId, summary: `新增${appeared}项，消除${gone.length}项` });
		return { roundId, ...counts };
	});
}

/** What every rule finds about one office. */
export function findingsOf(facts: OfficeFacts): NewFinding[] {
	return MONITOR_RULES.flatMap((rule) =>
		rule.check(facts).map((found) => ({ ...found, officeId: facts.office.id, rule: rule.id, severity: rule.severity })),
	);
}

/** Measures the parts of a piece of work, in milliseconds. */
function stopwatch() {
	const spent: Record<string, number> = {};
	const timed = async <T>(part: string, work: () => Promise<T>): Promise<T> => {
		const began = performance.now();
		const result = await work();
		spent[part] = Math.round(performance.now() - began);
		return result;
	};
	return Object.assign(timed, { spent });
}
