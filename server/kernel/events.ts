/**
 * The closed list of what modules tell each other. An event is written in the transaction in which it happened (outbox);
 * who reacts to it is listed in `compose.ts` and nowhere else. Ids, unless said otherwise: a listener reads
 * the rest within its own scope.
 */
export interface EventPayloads {
	'office.changed': { officeId: number };
	/** Which row of the notices, and what became of it: whoever counts days finds the calendar before it. */
	'calendar.changed': { year: number; noticeRow: number; change: 'loaded' | 'withdrawn' };
	'catalog.changed': { officeId: number };
	/** Entries of the office's catalog (公开事项) were taken over, trimmed or changed. */
	'entries.changed': { officeId: number };
	/** The names that must not be cut apart have changed; what is indexed by words is made anew, unless they change again. */
	'dictionary.changed': { fingerprint: string };
	'document.published': { documentId: number; officeId: number };
	/** Published before, elsewhere, and taken in with its words for the search: nobody is told, the rest follows. */
	'documents.imported': { documentIds: number[] };
	'document.changed': { documentId: number; officeId: number };
	'document.withdrawn': { documentId: number; officeId: number };
	'application.received': { applicationId: number; officeId: number };
	'application.changed': { applicationId: number; officeId: number };
	/** A step an applicant wants to be told of. */
	'application.toTell': { applicationId: number; officeId: number; action: string };
	/** What was given to one is to be published to all; carries what the draft is made of, and nothing of the case. */
	'application.toPublish': {
		applicationId: number;
		officeId: number;
		personId: number | null;
		title: string;
		note: string;
		files: { sha256: string; fileName: string; mediaType: string; size: number }[];
	};
	/** Who applied was erased; the bytes of the papers that named them are to follow. */
	'application.erased': { applicationId: number; officeId: number };
	'application.answered': { applicationId: number; officeId: number };
	'report.submitted': { reportId: number; officeId: number };
	'report.returned': { reportId: number; officeId: number };
	'report.accepted': { reportId: number; officeId: number };
	/** Carries its page: publishing makes the document of the annual-report column from it without asking back. */
	'report.published': {
		reportId: number;
		officeId: number;
		year: number;
		title: string;
		html: string;
		files: { sha256: string; fileName: string; mediaType: string; size: number }[];
	};
	/** A complaint was found true, wholly or partly; what the check found is read by whoever acts on it. */
	'complaint.verified': { concernId: number; officeId: number };
	/** Something a report counts happened outside the registers: the line the office's register gets, once for each source. */
	'register.due': {
		officeId: number;
		kind: string;
		day: string;
		quantity: string;
		fields: Record<string, string | number>;
		/** Where it comes from, such as 责任追究记录ZZ2026001: kept as the note, and no line is written twice for it. */
		source: string;
	};
	/** The source was struck out: so is its line. */
	'register.undone': { officeId: number; kind: string; source: string; reason: string };
}

export type EventType = keyof EventPayloads;

export type DomainEvent = { [T in EventType]: { type: T; payload: EventPayloads[T] } }[EventType];
