import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { movesFrom, type OfferedMove } from '../../../kernel/workflow.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { type Column, columnById } from '../../catalog/index.ts';
import { type Office, officeById, personName, workingCalendar } from '../../offices/index.ts';
import type { Attachment, Document, DocumentContent, Draft, Step } from '../model.ts';
import { canOn } from '../policy.ts';
import type { ImpactAssessment } from '../rules/assessment.ts';
import { BEFORE_SIGNATURE } from '../rules/coordination.ts';
import { type PublishingClock, publishingClock } from '../rules/lateness.ts';
import type { Hint } from '../rules/proof/index.ts';
import type { Registration } from '../rules/registration.ts';
import { type ValidityMark, validityOn } from '../rules/validity.ts';
import { selectAttachments } from '../store/attachments.ts';
import { selectDocument, selectDraft } from '../store/documents.ts';
import {
	type RevisionLine,
	type SecrecyReview,
	selectRevision,
	selectRevisions,
	selectSecrecyReviews,
	selectSteps,
	selectValidities,
} from '../store/history.ts';
import { selectAssessments, selectProofs } from '../store/kept-papers.ts';
import { selectReads } from '../store/reads.ts';
import { selectRegistration } from '../store/registrations.ts';
import type { Validity } from '../types.ts';
import { type Action, type State, workflow } from '../workflow.ts';
import { type Coordination, coordinationOf } from './coordination.ts';
import { type Disclosure, disclosureOf } from './disclosure.ts';
import { type Explanation, explanationOf } from './explanation.ts';
import { factsOf, missingIn } from './facts.ts';
import { hintsOf } from './hints.ts';
import { checkLeaks, type LeakCheck } from './leaks.ts';
import { running } from './list.ts';
import { type UrgentDocument, urgentUnreviewed } from './urgent.ts';

/** A document as the workbench shows it: content, where it stands, what may be done, all that happened. */
export interface DocumentInWork {
	document: Document;
	office: Office;
	column: Column | null;
	draft: Draft;
	savedByName: string;
	/** Working copy of a draft, else the snapshot in hand. */
	content: DocumentContent;
	attachments: Attachment[];
	moves: OfferedMove<State, Action>[];
	/** What is still missing before it can be handed on. */
	missing: Issue[];
	clock: PublishingClock;
	/** The clock counts: a lateness needs a reason. */
	clockRuns: boolean;
	/** What would become public with it that should not. */
	check: LeakCheck;
	/** What should be looked at once more. */
	hints: Hint[];
	steps: Step[];
	reviews: SecrecyReview[];
	revisions: RevisionLine[];
	validity: Validity;
	validityMarks: ValidityMark[];
	mayEdit: boolean;
	/** How often its public page was read. */
	reads: number;
	registration: Registration | null;
	/** How a policy is explained; null for other kinds. */
	explanation: Explanation | null;
	/** Went out by the urgent path and has to be read until a day. */
	owed: UrgentDocument | null;
	coordination: Coordination;
	/** 个人信息保护影响评估, oldest first. */
	assessments: ImpactAssessment[];
	/** Whether who looks may add one now. */
	mayAssess: boolean;
	/** Letters of bodies outside the county. */
	proofs: { id: number; requestId: number; fileName: string }[];
	/** 公开属性审查; null where none is asked for. */
	disclosure: Disclosure | null;
}

interface Read {
	document: Document;
	office: Office;
	draft: Draft;
	content: DocumentContent;
}

/** Reads a document in scope. @throws AppError `notFound` */
export async function readInWork(reader: Reader, documentId: number): Promise<Read> {
	const document = await selectDocument(reader, scopeOf(reader.actor), documentId);
	const draft = document && (await selectDraft(reader, documentId));
	const office = document && (await officeById(reader, document.officeId));
	if (!document || !draft || !office) throw new AppError('notFound');
	const revision = document.revisionId === null ? null : await selectRevision(reader, documentId, document.revisionId);
	const content = document.state === 'draft' || !revision ? draft.content : revision.content;
	return { document, office, draft, content };
}

/** Everything about one document. @throws AppError `notFound` outside the reader's offices */
export async function documentInWork(reader: Reader, documentId: number): Promise<DocumentInWork> {
	const read = await readInWork(reader, documentId);
	const { document, draft, content } = read;
	const can = canOn(reader.actor, document.officeId);
	const facts = await factsOf(reader, document, draft, content);
	const marks = (await selectValidities(reader, [documentId])).get(documentId) ?? [];
	const { firstPublishedAt } = document;
	const clockRuns = running({ ...document, attribute: content.attribute, changedOn: content.changedOn });
	const calendar = (await workingCalendar(reader)).latest;
	return {
		...read,
		column: await columnById(reader, content.columnId),
		savedByName: draft.savedBy === null ? '' : await personName(reader, draft.savedBy),
		attachments: await selectAttachments(reader, documentId),
		moves: movesFrom(workflow, document.state, facts, can),
		missing: await missingIn(reader, document, content),
		clock: publishingClock(content, calendar, {
			today: reader.today,
			publishedOn: firstPublishedAt && !clockRuns ? civilDay(firstPublishedAt) : null,
		}),
		clockRuns,
		check: await checkLeaks(reader, documentId, content),
		hints: await hintsOf(reader, document, content),
		steps: await selectSteps(reader, documentId),
		reviews: await selectSecrecyReviews(reader, documentId),
		revisions: await selectRevisions(reader, documentId),
		validity: validityOn(marks, content.expiresOn, reader.today),
		validityMarks: marks,
		mayEdit: document.state === 'draft' && can('document.draft'),
		reads: (await selectReads(reader, [documentId])).get(documentId) ?? 0,
		registration: await selectRegistration(reader, documentId),
		explanation: await explanationOf(reader, document, content),
		owed: (facts.owesReview && (await urgentUnreviewed(reader)).find(({ id }) => id === documentId)) || null,
		coordination: await coordinationOf(reader, read),
		assessments: await selectAssessments(reader, documentId),
		mayAssess: BEFORE_SIGNATURE.includes(document.state) && (can('document.draft') || can('document.secrecyReview')),
		proofs: await selectProofs(reader, documentId),
		disclosure: await disclosureOf(reader, document, content),
	};
}
