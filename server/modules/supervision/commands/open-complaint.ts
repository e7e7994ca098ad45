import { addDays } from '../../../kernel/civil-day.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import { verifiedComplaints } from '../../participation/index.ts';
import { messages } from '../messages.zh.ts';
import { complaintFacts } from '../queries/rooms.ts';
import { complaintSubject, verifiedComplaint } from '../rules/voices.ts';
import { insertRectification, selectItems } from '../store/rectifications.ts';
import { lockRounds, saveFindings, selectFindings } from '../store/rounds.ts';
import { addItem } from './issue-list.ts';

/**
 * Has a complaint that was found true put right by the office complained of (条例第四十七条): a finding with what the check
 * found, and a list of its own with the days the county allows. Once for each complaint and office, however often it is told;
 * nothing where the newest check found it untrue meanwhile. Answers the list, or null.
 */
export async function openComplaint(tx: Tx, concernId: number): Promise<number | null> {
	// Two at once, or a round that sees the same complaint, come after another.
	await lockRounds(tx);
	const complaint = (await verifiedComplaints(tx)).find((one) => one.concernId === concernId);
	if (!complaint) return null;
	const { officeId, number } = complaint;
	const rule = verifiedComplaint.id;
	const subject = complaintSubject(concernId);
	const before = await selectFindings(tx, { kind: 'all' }, { officeId, rule, subject, all: true });
	const known = await selectItems(tx, { kind: 'all' }, { findingIds: before.map(({ id }) => id) });
	const [found] = verifiedComplaint.check({ complaints: [complaintFacts(complaint, false)] });
	if (known.length > 0 || !found) return null;
	await saveFindings(tx, null, [{ ...found, officeId, rule, severity: verifiedComplaint.severity }]);
	const [finding] = await selectFindings(tx, { kind: 'all' }, { officeId, rule, subject });
	if (!finding) return null;
	const dueOn = addDays(tx.today, (await countySettings(tx)).monitoring.complaintDays);
	const title = messages.complaintList(number);
	const rectificationId = await insertRectification(tx, { title, note: messages.complaintNote, dueOn });
	const { message, evidence } = finding;
	await addItem(tx, {
		...{ rectificationId, officeId, findingId: finding.id, rule, message, evidence, dueOn },
		basis: verifiedComplaint.basis,
	});
	tx.about({ type: 'rectification', id: rectificationId, officeId, summary: title });
	return rectificationId;
}
