import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { OfficialDocument } from '../../../platform/documents/index.ts';
import { spokenDay } from '../../../platform/instants.ts';
import { readTimeline } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, officeById } from '../../offices/index.ts';
import { type Publication, publicationsOf } from '../../publishing/index.ts';
import { type GazetteIssue, type GazetteItem, ISSUE_STATES } from '../model.ts';
import { canOn } from '../policy.ts';
import { givenOut, issueName } from '../rules/gazette.ts';
import { bookletPaper } from '../sheets/booklet.ts';
import * as store from '../store/gazettes.ts';
import { gazetteWorkflow } from '../workflow.ts';
import { materialOf } from './material.ts';

/** An entry as it stands today: the document as it is public now, or nothing. */
export interface ShownItem extends GazetteItem {
	publication: Publication | null;
	/** Another edition than the one the issue came out with. */
	amended: boolean;
}

export async function shownItems(reader: Reader, issueId: number): Promise<ShownItem[]> {
	const items = await store.selectItems(reader, issueId);
	const known = await publicationsOf(
		reader,
		items.map(({ documentId }) => documentId),
	);
	return items.map((item) => {
		const publication = known.get(item.documentId) ?? null;
		const amended = publication !== null && item.revisionId !== null && publication.revisionId !== item.revisionId;
		return { ...item, publication, amended };
	});
}

async function presented(reader: Reader, issues: readonly GazetteIssue[]) {
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	return issues.map((issue) => ({
		...issue,
		name: issueName(issue),
		officeName: offices.get(issue.officeId) ?? '',
		stateLabel: ISSUE_STATES[issue.state],
	}));
}

export async function listIssues(reader: Reader, filter: { officeId?: number | undefined; year?: number | undefined }) {
	return await presented(reader, await store.selectIssues(reader, scopeOf(reader.actor), filter));
}

/** One issue with its contents, copies, history and moves. @throws AppError `notFound` */
export async function issueView(reader: Reader, id: number) {
	const issue = await store.selectIssue(reader, scopeOf(reader.actor), id);
	if (!issue) throw new AppError('notFound');
	const [shown] = await presented(reader, [issue]);
	if (!shown) throw new AppError('notFound');
	const can = canOn(reader.actor, issue.officeId);
	const copies = await store.selectCopies(reader, id);
	return {
		...shown,
		mayEdit: issue.state === 'draft' && can('channel.manage'),
		mayManage: can('channel.manage'),
		items: (await shownItems(reader, id)).map(({ section, documentId, publication, amended }) => ({
			...{ section, documentId, amended },
			title: publication?.title ?? '',
			documentNumber: publication?.documentNumber ?? '',
			isPublic: publication !== null,
		})),
		copiesGiven: givenOut(copies),
		handedOut: copies,
		moves: movesFrom(gazetteWorkflow, issue.state, undefined, can).map((move) => ({
			...move,
			reasons: [...move.reasons],
		})),
		history: await readTimeline(reader, 'gazetteIssue', id),
	};
}

/** What the next issue of an office would be called. */
export async function suggestedIssue(reader: Reader, officeId: number) {
	const year = Number(reader.today.slice(0, 4));
	const office = await officeById(reader, officeId);
	const numbers = await store.nextNumbers(reader, officeId, year);
	const last = (await store.selectIssues(reader, { kind: 'office', officeId }, {}))[0];
	return { year, ...numbers, issuedOn: reader.today, title: last?.title ?? `${office?.name ?? ''}公报` };
}

/**
 * The issue as a booklet, of what is public today: whatever was withdrawn is not in it, whatever was amended is as it stands
 * now, so that no file of an issue keeps alive what the portal has taken back.
 */
export async function issuePaper(reader: Reader, origin: string, issue: GazetteIssue): Promise<OfficialDocument> {
	const items = await shownItems(reader, issue.id);
	const entries = [];
	for (const { section, documentId, amended } of items)
		entries.push({ section, material: await materialOf(reader, origin, documentId), amended });
	const office = await officeById(reader, issue.officeId);
	const cover = [issueName(issue), office?.name ?? '', spokenDay(issue.issuedOn)];
	return bookletPaper({ title: issue.title, cover, foreword: issue.foreword, entries });
}

/** An issue in scope, for its file. @throws AppError `notFound` */
export async function requireIssue(reader: Reader, id: number): Promise<GazetteIssue> {
	const issue = await store.selectIssue(reader, scopeOf(reader.actor), id);
	if (!issue) throw new AppError('notFound');
	return issue;
}

/** An issue everybody may read. @throws AppError `notFound`, also for drafts and withdrawn ones */
export async function requirePublicIssue(reader: Reader, id: number): Promise<GazetteIssue> {
	const [issue] = await store.selectPublicIssues(reader, id);
	if (!issue) throw new AppError('notFound');
	return issue;
}
