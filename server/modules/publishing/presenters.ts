import type { z } from 'zod';
import { ACTION_LABELS } from './labels.ts';
import { type Attachment, isMade } from './model.ts';
import { presentCoordination } from './presenters/coordination.ts';
import type { Disclosure } from './queries/disclosure.ts';
import type { DocumentInWork } from './queries/in-work.ts';
import type { DocumentLine } from './queries/list.ts';
import { OPINIONS } from './rules/disclosure.ts';
import { PERSONAL_KINDS } from './rules/personal/index.ts';
import { HINT_KINDS } from './rules/proof/index.ts';
import type { attachmentAnswer, documentAnswer, lineAnswer } from './schemas.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function presentAttachment(file: Attachment): z.input<typeof attachmentAnswer> {
	const { id, fileName, mediaType, size, addedAt, maskedFrom } = file;
	return { id, fileName, mediaType, size, addedAt: addedAt.toISOString(), maskedFrom };
}

export function presentLine(line: DocumentLine): z.input<typeof lineAnswer> {
	return {
		...line,
		publishAt: iso(line.publishAt),
		firstPublishedAt: iso(line.firstPublishedAt),
		savedAt: line.savedAt.toISOString(),
	};
}

/** A document as the workbench gets it. What was found as personal data goes out masked. */
export function presentDocument(work: DocumentInWork): z.input<typeof documentAnswer> {
	const { document, office, draft, clock, clockRuns } = work;
	return {
		id: document.id,
		office: { id: office.id, name: office.name, slug: office.slug },
		columnName: work.column?.name ?? '',
		state: document.state,
		edition: document.edition,
		live: document.live,
		made: isMade(document),
		indexNumber: document.indexNumber,
		publishAt: iso(document.publishAt),
		firstPublishedAt: iso(document.firstPublishedAt),
		withdrawnAt: iso(document.withdrawnAt),
		withdrawReason: document.withdrawReason,
		version: draft.version,
		savedAt: draft.savedAt.toISOString(),
		savedByName: work.savedByName,
		content: work.content,
		attachments: work.attachments.map(presentAttachment),
		moves: work.moves.map(({ reasons, ...move }) => ({ ...move, reasons: [...reasons] })),
		missing: work.missing,
		clock: { ...clock, runs: clockRuns },
		personal: work.check.leaks.map(({ kind, around, fileName }) => ({
			kind,
			label: PERSONAL_KINDS[kind],
			around,
			fileName,
		})),
		unread: work.check.unread,
		hints: work.hints.map((one) => ({ ...one, label: HINT_KINDS[one.kind] })),
		steps: work.steps.map((step) => ({
			...step,
			at: step.at.toISOString(),
			label: ACTION_LABELS[step.action] ?? step.action,
		})),
		reviews: work.reviews.map(({ revisionId: _, ...review }) => ({ ...review, at: review.at.toISOString() })),
		revisions: work.revisions.map(presentRevision),
		validity: work.validity,
		validityMarks: work.validityMarks.map(({ validity, onDay, basis }) => ({ validity, onDay, basis })),
		mayEdit: work.mayEdit,
		reads: work.reads,
		registration: work.registration,
		explanation: work.explanation,
		owed: work.owed,
		coordination: presentCoordination(work.coordination),
		...presentKept(work),
		disclosure: presentDisclosure(work.disclosure),
	};
}

function presentKept({ assessments, mayAssess, proofs }: DocumentInWork) {
	return {
		assessments: assessments.map(({ at: _, ...one }) => one),
		mayAssess,
		proofs: proofs.map(({ id, requestId, fileName }) => ({ id, requestId, fileName })),
	};
}

function presentDisclosure(disclosure: Disclosure | null): z.input<typeof documentAnswer>['disclosure'] {
	if (!disclosure) return null;
	const { opinion } = disclosure;
	return { opinion: opinion && { ...opinion, label: OPINIONS[opinion.kind], at: opinion.at.toISOString() } };
}

function presentRevision({ createdBy: _, createdAt, ...revision }: DocumentInWork['revisions'][number]) {
	return { ...revision, createdAt: createdAt.toISOString() };
}
