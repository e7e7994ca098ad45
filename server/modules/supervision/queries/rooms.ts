import type { Reader } from '../../../platform/transaction.ts';
import { silentAccounts } from '../../channels/index.ts';
import { entryTroubles } from '../../entries/index.ts';
import { normativeExpiring, normativeUnfiled, normativeWithoutReview } from '../../normative/index.ts';
import { countySettings } from '../../offices/index.ts';
import {
	leakedDrafts,
	MEASURES,
	overdueConsultations,
	overdueProposals,
	VERDICTS,
	type VerifiedComplaint,
	verifiedComplaints,
} from '../../participation/index.ts';
import { urgentUnreviewed } from '../../publishing/index.ts';
import { type Contradiction, reportContradictions, reportYears } from '../../reports/index.ts';
import type { OfficeFacts, VerifiedFacts } from '../model.ts';
import { daysSince } from '../rules/define.ts';
import { COMPLAINT_RULE, complaintSubject } from '../rules/voices.ts';
import { selectAnsweredSubjects } from '../store/rectifications.ts';
import { mine } from './documents.ts';

/** What the rooms know of themselves, office by office: catalogs of 公开事项, accounts, normative documents, 互动回应. */
export async function roomFacts(reader: Reader) {
	const entries = await entryTroubles(reader);
	const { entryDays, serviceGaps } = (await countySettings(reader)).monitoring;
	const media = await silentAccounts(reader);
	const normative = await normativeFacts(reader);
	const voices = await voiceFacts(reader);
	const urgent = await urgentUnreviewed(reader);
	const contradictions = await contradictionsOf(reader);
	return (officeId: number) => ({
		entryDays,
		serviceGaps,
		entries: mine(entries, officeId).map(({ entryId: id, field, title, state, detail }) => ({
			...{ id, field, title, state, detail },
			days: state === 'proposed' ? daysSince(detail, reader.today) : 0,
		})),
		media: mine(media, officeId).map(({ id, kindLabel: kind, name, lastOn, silentDays }) => ({
			...{ id, kind, name, lastOn, days: silentDays ?? 0 },
		})),
		...normative(officeId),
		...voices(officeId),
		urgent: mine(urgent, officeId).map(({ id, title, publishedOn, due, late: isLate }) => ({
			...{ id, title, publishedOn, due, isLate },
		})),
		contradictions: contradictions.find((one) => one.officeId === officeId) ?? null,
	});
}

async function normativeFacts(reader: Reader) {
	const expiring = await normativeExpiring(reader);
	const unfiled = await normativeUnfiled(reader);
	const unjudged = await normativeWithoutReview(reader);
	return (officeId: number): Pick<OfficeFacts, 'expiring' | 'unfiled' | 'unjudged'> => ({
		expiring: mine(expiring, officeId).map(({ id, title, expiresOn, daysLeft: days }) => ({
			...{ id, title, expiresOn, days },
		})),
		unfiled: mine(unfiled, officeId).map(({ documentId: id, title, number, publishedOn, due }) => ({
			...{ id, title, number, publishedOn, due },
		})),
		unjudged: mine(unjudged, officeId),
	});
}

/** What its rule looks at; never what the complaint says. */
export function complaintFacts(complaint: VerifiedComplaint, isAnswered: boolean): VerifiedFacts {
	const { concernId: id, number, verdict, measure, checkedOn, finding, basis } = complaint;
	return {
		...{ id, number, checkedOn, finding, basis, isAnswered },
		verdict: VERDICTS[verdict],
		measure: MEASURES[measure],
	};
}

/** What people wait for in 互动回应, and what was found true of what they complained of. */
async function voiceFacts(reader: Reader) {
	const unanswered = await overdueConsultations(reader);
	const proposals = await overdueProposals(reader);
	const complaints = await verifiedComplaints(reader);
	const answered = await selectAnsweredSubjects(reader, COMPLAINT_RULE);
	const draftLeaks = await leakedDrafts(reader);
	return (officeId: number): Pick<OfficeFacts, 'unanswered' | 'proposals' | 'complaints' | 'draftLeaks'> => ({
		unanswered: mine(unanswered, officeId),
		proposals: mine(proposals, officeId),
		complaints: mine(complaints, officeId).map((complaint) =>
			complaintFacts(complaint, answered.has(`${officeId} ${complaintSubject(complaint.concernId)}`)),
		),
		draftLeaks: mine(draftLeaks, officeId),
	});
}

/** Of the newest year the county has opened. */
async function contradictionsOf(reader: Reader): Promise<Contradiction[]> {
	const years = (await reportYears(reader)).map(({ year }) => year);
	return years.length === 0 ? [] : await reportContradictions(reader, Math.max(...years));
}
