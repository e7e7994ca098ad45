import type { z } from 'zod';
import { defineRoute, type Route } from '../../../api/route.ts';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Permission } from '../../../kernel/permissions.ts';
import { type Tx, transact } from '../../../platform/transaction.ts';
import { extendTerm } from '../commands/extend-term.ts';
import { giveOpinion } from '../commands/give-opinion.ts';
import { publishNow, schedule, unschedule } from '../commands/publish.ts';
import { registerOld } from '../commands/register-number.ts';
import {
	keepWithheld,
	proofread,
	recall,
	reviewSecrecy,
	sendBack,
	skipProofreading,
	submit,
} from '../commands/review.ts';
import { signOff } from '../commands/sign-off.ts';
import { together } from '../commands/together.ts';
import { postReview, submitUrgent } from '../commands/urgent.ts';
import { abandon, amend, discard, markValidity, withdraw } from '../commands/withdraw.ts';
import * as s from '../schemas.ts';
import { selectDocument } from '../store/documents.ts';
import type { Action } from '../workflow.ts';

interface MoveRoute<B extends z.ZodType> {
	/** Last part of the path. */
	name: string;
	action: Action | 'secrecyReview' | 'registerOld';
	summary: string;
	access: Permission;
	body: B;
	run: (tx: Tx, documentId: number, body: z.output<B>) => Promise<void>;
}

function isRecord(given: unknown): given is Record<string, unknown> {
	return typeof given === 'object' && given !== null;
}

/** One move is one route: its permission beside its path, its answer the state the document is in now. */
function moveRoute<B extends z.ZodType>({ name, action, summary, access, body, run }: MoveRoute<B>): Route {
	return defineRoute({
		method: 'POST',
		path: `/api/documents/:id/${name}`,
		summary,
		access,
		audit: `document.${action}`,
		params: s.idParams,
		body,
		response: s.doneAnswer,
		handler: async ({ context, params, body: given }) =>
			await transact(context, async (tx) => {
				const isJoint = isRecord(given) && given.together === true;
				if (isJoint) await together(tx, params.id, (id) => run(tx, id, given));
				else await run(tx, params.id, given);
				const after = await selectDocument(tx, scopeOf(tx.actor), params.id);
				if (!after) throw new AppError('notFound');
				return { state: after.state, indexNumber: after.indexNumber };
			}),
	});
}

const draft = 'document.draft';

const review: Route[] = [
	moveRoute({
		name: 'submit',
		action: 'submit',
		summary: '提交校对',
		access: draft,
		body: s.jointBody,
		run: (tx, id) => submit(tx, id),
	}),
	moveRoute({
		name: 'skip-proofreading',
		action: 'skipProofreading',
		summary: '免校对提交保密审查',
		access: draft,
		body: s.reasonBody,
		run: (tx, id, { reason }) => skipProofreading(tx, id, reason),
	}),
	moveRoute({
		name: 'submit-urgent',
		action: 'submitUrgent',
		summary: '紧急发布送保密审查',
		access: draft,
		body: s.reasonBody,
		run: (tx, id, { reason }) => submitUrgent(tx, id, reason),
	}),
	moveRoute({
		name: 'post-review',
		action: 'postReview',
		summary: '紧急发布事后补审',
		access: 'document.proofread',
		body: s.commentBody,
		run: (tx, id, { comment }) => postReview(tx, id, comment),
	}),
	moveRoute({
		name: 'proofread',
		action: 'proofread',
		summary: '校对通过',
		access: 'document.proofread',
		body: s.jointBody,
		run: (tx, id, { comment }) => proofread(tx, id, comment),
	}),
	moveRoute({
		name: 'secrecy-review',
		action: 'secrecyReview',
		summary: '保密审查',
		access: 'document.secrecyReview',
		body: s.secrecyBody,
		run: (tx, id, { together: _, ...sheet }) => reviewSecrecy(tx, id, sheet),
	}),
	moveRoute({
		name: 'opinion',
		action: 'giveOpinion',
		summary: '审查不予公开的政策文件的公开属性',
		access: 'document.giveOpinion',
		body: s.opinionBody,
		run: giveOpinion,
	}),
	moveRoute({
		name: 'sign-off',
		action: 'signOff',
		summary: '签发',
		access: 'document.signOff',
		body: s.signOffBody,
		run: (tx, id, { together: _, ...body }) =>
			signOff(tx, id, { ...body, publishAt: body.publishAt ? new Date(body.publishAt) : null }),
	}),
	// Whoever has it on the desk may send it back; which permission that is depends on the state, and the table says it.
	moveRoute({
		name: 'send-back',
		action: 'sendBack',
		summary: '退回修改',
		access: 'document.read',
		body: s.jointBody,
		run: (tx, id, { comment }) => sendBack(tx, id, comment),
	}),
	moveRoute({
		name: 'keep-withheld',
		action: 'keepWithheld',
		summary: '定期评估后继续不公开',
		access: 'document.signOff',
		body: s.reasonBody,
		run: (tx, id, { reason }) => keepWithheld(tx, id, reason),
	}),
	moveRoute({
		name: 'recall',
		action: 'recall',
		summary: '收回修改',
		access: draft,
		body: s.commentBody,
		run: (tx, id, { comment }) => recall(tx, id, comment),
	}),
];

const publication: Route[] = [
	moveRoute({
		name: 'publish',
		action: 'publish',
		summary: '立即发布',
		access: draft,
		body: s.publishBody,
		run: (tx, id, { lateReason }) => publishNow(tx, id, lateReason),
	}),
	moveRoute({
		name: 'schedule',
		action: 'schedule',
		summary: '定时发布',
		access: draft,
		body: s.scheduleBody,
		run: (tx, id, { publishAt, lateReason }) => schedule(tx, id, new Date(publishAt), lateReason),
	}),
	moveRoute({
		name: 'unschedule',
		action: 'unschedule',
		summary: '取消定时发布',
		access: draft,
		body: s.commentBody,
		run: (tx, id) => unschedule(tx, id),
	}),
	moveRoute({
		name: 'withdraw',
		action: 'withdraw',
		summary: '撤下',
		access: 'document.withdraw',
		body: s.reasonBody,
		run: (tx, id, { reason }) => withdraw(tx, id, reason),
	}),
	moveRoute({
		name: 'amend',
		action: 'amend',
		summary: '修订新版',
		access: draft,
		body: s.noteBody,
		run: (tx, id, { note }) => amend(tx, id, note),
	}),
	moveRoute({
		name: 'abandon',
		action: 'abandon',
		summary: '放弃修订',
		access: draft,
		body: s.reasonBody,
		run: (tx, id, { reason }) => abandon(tx, id, reason),
	}),
	moveRoute({
		name: 'discard',
		action: 'discard',
		summary: '作废草稿',
		access: draft,
		body: s.reasonBody,
		run: (tx, id, { reason }) => discard(tx, id, reason),
	}),
	moveRoute({
		name: 'validity',
		action: 'markValidity',
		summary: '标注效力',
		access: 'document.withdraw',
		body: s.validityBody,
		run: markValidity,
	}),
	moveRoute({
		name: 'extend-term',
		action: 'extendTerm',
		summary: '延长规范性文件有效期',
		access: 'document.signOff',
		body: s.termBody,
		run: extendTerm,
	}),
	moveRoute({
		name: 'register-old',
		action: 'registerOld',
		summary: '登记为历史文件',
		access: draft,
		body: s.reasonBody,
		run: (tx, id, { reason }) => registerOld(tx, id, reason),
	}),
];

export const moveRoutes: readonly Route[] = [...review, ...publication];
