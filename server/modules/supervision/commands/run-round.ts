import type { Context, Reader } from '../../../platform/transaction.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { publicEditions, scanEdition } from '../../publishing/index.ts';
import type { OfficeFacts } from '../model.ts';
import { gatherFacts } from '../queries/facts.ts';
import { MONITOR_RULES } from '../rules/index.ts';
import { scoreOf } from '../rules/score.ts';
import {
	clearFindings,
	insertRound,
	lockRounds,
	type NewFinding,
	saveFindings,
	saveScan,
	selectFindings,
	selectScans,
} from '../store/rounds.ts';

const PAGE = 500;

/**
 * One round over all offices: editions nobody has looked through are, every rule is asked about every office, and what is
 * found is held against what was known. Everything is read before the transaction; it only writes down.
 */
export async function runRound(context: Context): Promise<{ roundId: number; appeared: number; cleared: number }> {
	const read = reader(context);
	await scanEditions(read);
	const facts = await gatherFacts(read);
	const findings = facts.flatMap(findingsOf);
	return await transact(context, async (tx) => {
		await lockRounds(tx);
		const known = await selectFindings(tx, { kind: 'all' }, {});
		const key = ({ officeId, rule, subject }: { officeId: number; rule: string; subject: string }) =>
			`${officeId} ${rule} ${subject}`;
		const now = new Set(findings.map(key));
		const before = new Set(known.map(key));
		const gone = known.filter((finding) => !now.has(key(finding)));
		const appeared = findings.filter((finding) => !before.has(key(finding))).length;
		const counts = { appeared, cleared: gone.length };
		const roundId = await insertRound(tx, {
			startedAt: read.now,
			offices: facts.length,
			...counts,
			score: scoreOf(findings),
		});
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

/** Public editions are looked through once: their words do not change. */
async function scanEditions(read: Reader): Promise<void> {
	const scanned = await selectScans(read);
	for (let after = 0; ; ) {
		const editions = await publicEditions(read, after, PAGE);
		for (const { documentId, revisionId } of editions) {
			if (scanned.has(revisionId)) continue;
			const scan = await scanEdition(read, documentId);
			if (scan) await saveScan(read, revisionId, scan);
		}
		const last = editions.at(-1);
		if (!last || editions.length < PAGE) return;
		after = last.documentId;
	}
}
