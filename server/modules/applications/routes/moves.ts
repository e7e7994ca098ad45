import { defineRoute, type Route } from '../../../api/route.ts';
import { transact } from '../../../platform/transaction.ts';
import { acceptExplanation } from '../commands/accept-explanation.ts';
import { addNote } from '../commands/add-note.ts';
import { answerSupplement } from '../commands/answer-supplement.ts';
import { approveExtension } from '../commands/approve-extension.ts';
import { archiveCase } from '../commands/archive-case.ts';
import { askExplanation } from '../commands/ask-explanation.ts';
import { assignHandler } from '../commands/assign-handler.ts';
import { closeCorrection } from '../commands/close-correction.ts';
import { closeRemedy } from '../commands/close-remedy.ts';
import { discardDraft } from '../commands/discard-draft.ts';
import { eraseIdentity } from '../commands/erase-identity.ts';
import { lapseFee } from '../commands/lapse-fee.ts';
import { lapseSupplement } from '../commands/lapse-supplement.ts';
import { listAnswer, unlistAnswer } from '../commands/list-answer.ts';
import { notifyFee } from '../commands/notify-fee.ts';
import { openRemedy } from '../commands/open-remedy.ts';
import { payFee } from '../commands/pay-fee.ts';
import { proposeExtension } from '../commands/propose-extension.ts';
import { publishToAll } from '../commands/publish-to-all.ts';
import { recordDelivery } from '../commands/record-delivery.ts';
import { recordFeeDelivery } from '../commands/record-fee-delivery.ts';
import { recordReply } from '../commands/record-reply.ts';
import { recordSearch } from '../commands/record-search.ts';
import { referElsewhere } from '../commands/refer-elsewhere.ts';
import { refundFee } from '../commands/refund-fee.ts';
import { refuseExtension } from '../commands/refuse-extension.ts';
import { rejectExplanation } from '../commands/reject-explanation.ts';
import { requestSupplement } from '../commands/request-supplement.ts';
import { caseServices } from '../commands/services.ts';
import { declineHandover, signFor } from '../commands/sign-for.ts';
import { splitApplication } from '../commands/split-application.ts';
import { startConsultation } from '../commands/start-consultation.ts';
import { startHandling } from '../commands/start-handling.ts';
import { withdrawApplication } from '../commands/withdraw.ts';
import * as c from '../schemas/common.ts';
import * as inputs from '../schemas/inputs.ts';
import { moveRoute } from './move-route.ts';

const consultationParams = c.idParams.extend({ consultationId: c.id });

/** Sub-tasks have an id of their own. */
const consultationRoutes: Route[] = [
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/consultations',
		summary: '征求意见',
		access: 'application.handle',
		audit: 'application.consult',
		params: c.idParams,
		body: inputs.consultation,
		response: c.done,
		handler: async ({ context, params, body, services }) => {
			await transact(context, (tx) => startConsultation(tx, caseServices(services), { id: params.id, ...body }));
			return { done: true as const };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/consultations/:consultationId/delivery',
		summary: '登记对方收到日期',
		access: 'application.handle',
		audit: 'application.recordDelivery',
		params: consultationParams,
		body: inputs.delivered,
		response: c.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => recordDelivery(tx, { ...params, ...body }));
			return { done: true as const };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/consultations/:consultationId/reply',
		summary: '登记意见',
		access: 'application.handle',
		audit: 'application.recordReply',
		params: consultationParams,
		body: inputs.replied,
		response: c.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => recordReply(tx, { ...params, ...body }));
			return { done: true as const };
		},
	}),
];

const remedyRoutes: Route[] = [
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/remedies',
		summary: '登记行政复议或者行政诉讼',
		access: 'application.handle',
		audit: 'application.openRemedy',
		params: c.idParams,
		body: inputs.remedy,
		response: c.done,
		handler: async ({ context, params, body, services }) => {
			await transact(context, (tx) => openRemedy(tx, caseServices(services), { id: params.id, ...body }));
			return { done: true as const };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/remedies/close',
		summary: '登记行政复议或者行政诉讼的结果',
		access: 'application.handle',
		audit: 'application.closeRemedy',
		params: c.idParams,
		body: inputs.remedyClosing,
		response: c.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => closeRemedy(tx, { id: params.id, ...body }));
			return { done: true as const };
		},
	}),
];

export const moveRoutes: Route[] = [
	moveRoute('discardDraft', inputs.reason, (tx, _services, input) => discardDraft(tx, input)),
	moveRoute('referElsewhere', inputs.referral, referElsewhere),
	moveRoute('closeCorrection', inputs.correctionClosing, closeCorrection),
	moveRoute('startHandling', inputs.nothing, (tx, _services, input) => startHandling(tx, input)),
	moveRoute('assign', inputs.assign, (tx, _services, input) => assignHandler(tx, input)),
	moveRoute('requestSupplement', inputs.supplementNotice, requestSupplement),
	moveRoute('supplement', inputs.supplementAnswer, (tx, _services, input) =>
		answerSupplement(tx, { ...input, files: [] }),
	),
	moveRoute('lapseSupplement', inputs.nothing, lapseSupplement),
	moveRoute('proposeExtension', inputs.extension, (tx, _services, input) => proposeExtension(tx, input)),
	moveRoute('approveExtension', inputs.nothing, approveExtension),
	moveRoute('refuseExtension', inputs.reason, (tx, _services, input) => refuseExtension(tx, input)),
	moveRoute('askExplanation', inputs.explanation, askExplanation),
	moveRoute('acceptExplanation', inputs.acceptance, acceptExplanation),
	moveRoute('rejectExplanation', inputs.rejection, (tx, _services, input) => rejectExplanation(tx, input)),
	moveRoute('notifyFee', inputs.fee, notifyFee),
	moveRoute('recordFeeDelivery', inputs.delivered, (tx, _services, input) => recordFeeDelivery(tx, input)),
	moveRoute('payFee', inputs.payment, (tx, _services, input) => payFee(tx, input)),
	moveRoute('refundFee', inputs.refund, (tx, _services, input) => refundFee(tx, input)),
	moveRoute('lapseFee', inputs.nothing, lapseFee),
	moveRoute('signFor', inputs.nothing, (tx, _services, input) => signFor(tx, input)),
	moveRoute('declineHandover', inputs.reason, (tx, _services, input) => declineHandover(tx, input)),
	moveRoute('recordSearch', inputs.search, (tx, _services, input) => recordSearch(tx, input)),
	moveRoute('addNote', inputs.noteText, (tx, _services, input) => addNote(tx, input)),
	moveRoute('withdraw', inputs.reason, (tx, _services, input) => withdrawApplication(tx, input)),
	moveRoute('archive', inputs.nothing, (tx, _services, input) => archiveCase(tx, input)),
	moveRoute('eraseIdentity', inputs.reason, (tx, _services, input) => eraseIdentity(tx, input)),
	moveRoute('split', inputs.split, splitApplication),
	moveRoute('listAnswer', inputs.listing, (tx, _services, input) => listAnswer(tx, input)),
	moveRoute('unlistAnswer', inputs.reason, (tx, _services, input) => unlistAnswer(tx, input)),
	moveRoute('publishToAll', inputs.publishing, (tx, _services, input) => publishToAll(tx, input)),
	...consultationRoutes,
	...remedyRoutes,
];
