import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, listOffices, type Office, workingCalendar } from '../../offices/index.ts';
import type { Document, DocumentContent } from '../model.ts';
import {
	BEFORE_SIGNATURE,
	type CoordinationRecord,
	type CoordinationRequest,
	isOverdue,
	lacksApproval,
	NOTHING_SAID,
	objectors,
	type RequestState,
	requestState,
	type Standing,
	textHash,
	unsettled,
} from '../rules/coordination.ts';
import { ORIGINS, OWN, originText, type Responsibility, responsibleFor } from '../rules/origin.ts';
import { type KeptRecord, selectRecords, selectRequests } from '../store/coordination.ts';

/** What counts of what was said: in a new edition the questions stay answered, the approval has to be given anew. */
function recordFor(records: readonly KeptRecord[], edition: number): CoordinationRecord {
	const last = records.at(-1) ?? NOTHING_SAID;
	if (last.edition === edition) return last;
	const { authority, approvedOn, approvalNumber } = NOTHING_SAID;
	return { ...last, authority, approvedOn, approvalNumber };
}

interface Facts {
	records: KeptRecord[];
	record: CoordinationRecord;
	requests: CoordinationRequest[];
	now: Standing;
}

/** Where the coordination of a document stands, for the rules. */
export async function coordinationFacts(reader: Reader, document: Document, content: DocumentContent): Promise<Facts> {
	const { id, edition, state } = document;
	const records = await selectRecords(reader, id);
	const requests = await selectRequests(reader, id);
	const now = { state, edition, textHash: textHash(content) };
	return { records, requests, record: recordFor(records, edition), now };
}

/** Why it cannot be signed yet, and who objects. */
export async function coordinationGap(reader: Reader, document: Document, content: DocumentContent) {
	const { record, requests, now } = await coordinationFacts(reader, document, content);
	return {
		unsettled: unsettled(content, record, requests, now),
		objectors: objectors(content, requests, document.edition),
	};
}

/** A request with what is computed of it. */
export interface ShownRequest extends CoordinationRequest {
	state: RequestState;
	overdue: boolean;
}

/** 信息来源, 协商确认 and 批准 of a document as its own office sees them. */
export interface Coordination {
	origin: Responsibility & { label: string; text: string };
	record: CoordinationRecord;
	/** Of every edition, oldest first. */
	requests: ShownRequest[];
	history: { at: Date; personName: string; text: string; note: string }[];
	/** Why it cannot be signed yet; null when nothing keeps it back. */
	unsettled: string | null;
	objectors: string[];
	isOpen: boolean;
	/** The last day a body is given to answer, unless the asker says otherwise. */
	replyBy: string;
	/** Offices of the county that may be asked. */
	choices: { id: number; name: string }[];
}

/** Everything about the coordination of a document. The caller has read it in scope. */
export async function coordinationOf(
	reader: Reader,
	{ document, office, content }: { document: Document; office: Office; content: DocumentContent },
): Promise<Coordination> {
	const { records, record, requests, now } = await coordinationFacts(reader, document, content);
	const { origin } = content;
	return {
		origin: {
			...responsibleFor(origin, [office.name, office.shortName]),
			label: ORIGINS[(origin ?? OWN).kind],
			text: originText(origin),
		},
		record,
		requests: requests.map((one) => ({
			...one,
			state: requestState(one, now),
			overdue: isOverdue(one, reader.today),
		})),
		history: historyOf(records, requests),
		unsettled: unsettled(content, record, requests, now)?.message ?? null,
		objectors: objectors(content, requests, document.edition),
		isOpen: BEFORE_SIGNATURE.includes(document.state),
		replyBy: await usualReplyBy(reader),
		choices: (await listOffices(reader)).filter(({ id }) => id !== office.id).map(({ id, name }) => ({ id, name })),
	};
}

/** The day by which a body is to answer when nobody says another (settings, «本县约定的期限»). */
export async function usualReplyBy(reader: Reader): Promise<string> {
	const { coordinationDays } = (await countySettings(reader)).limits;
	return (await workingCalendar(reader)).latest.addWorkingDays(reader.today, coordinationDays).day;
}

function historyOf(records: readonly KeptRecord[], requests: readonly CoordinationRequest[]): Coordination['history'] {
	const said = records.map((one) => ({
		...{ at: one.at, personName: one.personName, text: '登记协商和批准事项', note: recordText(one) },
	}));
	const asked = requests.map(({ at, personName, name, question }) => ({
		...{ at, personName, text: `征求${name}意见`, note: question },
	}));
	const ended = requests.flatMap(({ name, outcome }) =>
		outcome ? [{ at: outcome.at, personName: outcome.personName, ...endText(name, outcome) }] : [],
	);
	return [...said, ...asked, ...ended].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function endText(name: string, { kind, words, reference }: NonNullable<CoordinationRequest['outcome']>) {
	const text = {
		confirmed: `${name}确认无误`,
		objected: `${name}有意见`,
		withdrawn: `撤回对${name}的征求意见`,
	}[kind];
	return { text, note: [words, reference].filter(Boolean).join('　') };
}

/** The record in one line: as it is printed, and shown in the history. */
export function recordText(record: CoordinationRecord): string {
	const others = record.involvesOthers ? '涉及其他机关' : '不涉及其他机关';
	return `${others}；${approvalText(record)}`;
}

export function approvalText(record: CoordinationRecord): string {
	const { needsApproval, authority, approvedOn, approvalNumber } = record;
	if (!needsApproval) return '不需要批准';
	const parts = [authority, approvedOn ?? '', approvalNumber].filter(Boolean);
	if (parts.length === 0) return '需要批准，尚未登记';
	return `需要批准：${parts.join('，')}${lacksApproval(record) ? '（尚未填齐）' : ''}`;
}
