import { applicantColumns } from 'annual-report';
import { scopeOf } from '../../../kernel/actor.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import {
	type ApplicationSummary,
	applicationSummaries,
	CLAIMANTS,
	REMEDY_RESULTS,
	REMEDY_TRACKS,
	type RemedySummary,
	remedySummaries,
} from '../../applications/index.ts';
import { documentById } from '../../publishing/index.ts';
import { type EntryRecord, entrySummaries, REGISTER_KINDS } from '../../registers/index.ts';
import type { RecordIds } from '../model.ts';
import type { RecordSummary } from './sources.ts';

const APPLICANTS = new Map(applicantColumns.map(({ key, label }) => [key, label]));

/** The records with these ids that the reader may see, each in the words of its own module; never who applied. */
export async function describeRecords(reader: Reader, { type, ids }: RecordIds): Promise<RecordSummary[]> {
	const scope = scopeOf(reader.actor);
	switch (type) {
		case 'application':
			return (await applicationSummaries(reader, scope, ids)).map(describeApplication);
		case 'remedyCase':
			return (await remedySummaries(reader, scope, ids)).map(describeRemedy);
		case 'registerEntry':
			return (await entrySummaries(reader, ids)).map(describeEntry);
		case 'document':
			return await describeDocuments(reader, ids);
	}
}

function describeApplication(one: ApplicationSummary): RecordSummary {
	return {
		type: 'application',
		id: one.id,
		title: one.number ? `${one.number}　${one.title}` : one.title,
		day: one.receivedOn ?? one.arrivedOn,
		detail: [APPLICANTS.get(one.applicantKind) ?? '', one.outcomeName || one.stateLabel].join('；'),
		quantity: null,
		href: `/applications/${one.id}`,
	};
}

function describeRemedy(one: RemedySummary): RecordSummary {
	const { applicationId, applicationNumber, applicationTitle, subject, claimant, result } = one;
	const about = applicationId === null ? subject : applicationNumber || applicationTitle || '';
	return {
		type: 'remedyCase',
		id: one.id,
		title: [REMEDY_TRACKS[one.track], one.caseNumber, one.body].filter((text) => text !== '').join('　'),
		day: one.receivedOn,
		detail: [result ? REMEDY_RESULTS[result] : '尚未审结', about, `${CLAIMANTS[claimant]}提起`].join('；'),
		quantity: null,
		href: applicationId === null ? `/remedies/${one.id}` : `/applications/${applicationId}`,
	};
}

function describeEntry(entry: EntryRecord): RecordSummary {
	const kind = REGISTER_KINDS.find((one) => one.key === entry.kind);
	const words = (kind?.fields ?? [])
		.filter((field) => field.type === 'text')
		.map((field) => String(entry.fields[field.key] ?? ''));
	return {
		type: 'registerEntry',
		id: entry.id,
		title: entry.entryType === 'zero' ? `零报告：${kind?.label ?? ''}` : (kind?.label ?? entry.kind),
		day: entry.day,
		detail: [...words, entry.note].filter((text) => text !== '').join('；'),
		quantity: `${entry.quantity} ${kind?.unit ?? ''}`.trim(),
		href: `/registers/${entry.kind}?year=${entry.day.slice(0, 4)}&entry=${entry.id}`,
	};
}

async function describeDocuments(reader: Reader, ids: readonly number[]): Promise<RecordSummary[]> {
	const found: RecordSummary[] = [];
	for (const id of ids) {
		const document = await documentById(reader, id);
		// A document withdrawn since still was counted on the day; its address says what became of it.
		found.push({
			type: 'document',
			id,
			title: document?.title ?? '已撤下的文件',
			day: document?.formedOn ?? '',
			detail: document
				? [document.documentNumber, `${civilDay(document.publishedAt)}公开`].filter(Boolean).join('；')
				: '',
			quantity: null,
			href: `/documents/${id}`,
		});
	}
	return found;
}
