import { WHERE } from '../../../../test/applications.ts';
import { applications } from '../index.ts';

/** A path with its parameters filled in. */
export function pathOf(path: string, id: number, other = 1): string {
	return path
		.replace(':id', String(id))
		.replace(':name', 'D04')
		.replace(/:(letterId|fileId|consultationId|redactionId|page)/g, String(other));
}

/** Whose route it is, apart from cases: these take no case id. */
export const caseRoutes = applications.routes.filter(({ path }) => path.startsWith('/api/applications/:id'));
export const others = applications.routes.filter(({ path }) => !path.startsWith('/api/applications/:id'));

/** Bodies that pass the schema, for calls that must be refused for another reason. */
export const BODIES: Record<string, object> = {
	confirm: { confirmedOn: '2026-06-01', how: '' },
	submitDraft: { submittedOn: '2026-06-01' },
	referElsewhere: { to: 'petition', answer: 'x' },
	closeCorrection: { result: 'corrected', finding: 'x' },
	assign: { handlerId: 1 },
	declineHandover: { reason: 'x' },
	listAnswer: { title: 'x' },
	unlistAnswer: { reason: 'x' },
	requestSupplement: { items: 'x', until: '2026-06-20' },
	supplement: { on: '2026-06-01', text: 'x' },
	proposeExtension: { days: 5, reason: 'x' },
	refuseExtension: { reason: 'x' },
	askExplanation: { counts: 'x', until: '2026-06-20' },
	acceptExplanation: { given: 'x', reason: 'x', until: '2026-09-01' },
	rejectExplanation: { given: 'x', finding: 'x' },
	notifyFee: { tariff: 'item', before: 10, beforeReason: '纸质登记', quantity: 5, payment: 'x' },
	recordFeeDelivery: { deliveredOn: '2026-06-01' },
	refundFee: { amount: 1, ground: 'other', reason: '多收', refundedOn: '2026-06-01' },
	payFee: { paidOn: '2026-06-01' },
	recordSearch: { searchedOn: '2026-06-01', place: 'x', keywords: 'x', result: 'x' },
	addNote: { text: 'x' },
	eraseIdentity: { reason: 'x' },
	consultations: { kind: 'agency', agency: 'x', information: 'x' },
	'consultations/:consultationId/delivery': { deliveredOn: '2026-06-01' },
	'consultations/:consultationId/reply': { on: '2026-06-01', reply: 'answered' },
	remedies: { track: 'review', body: 'x', receivedOn: '2026-06-01' },
	'remedies/close': { closedOn: '2026-06-01', result: 'other' },
	preview: { outcome: 'O1', details: WHERE },
	propose: { outcome: 'O1', details: WHERE },
	returnDraft: { reason: 'x' },
	serve: { way: 'counter', servedOn: '2026-06-01' },
	'letters/:letterId/services': { way: 'counter', servedOn: '2026-06-01' },
	identity: { reason: '核对' },
	'letters/:letterId/print': { reason: '核对' },
	'files/:fileId/open': { reason: '核对' },
	papers: { template: 'D02', reason: '' },
	split: { items: 'a\nb', reason: 'x' },
	publishToAll: { title: 'x', note: '' },
	redactions: { fileId: 1 },
	'redactions/:redactionId': { revision: 1, boxes: [] },
	'redactions/:redactionId/release': { revision: 1 },
	volume: { reason: '核对' },
	withdraw: { reason: 'x' },
	discardDraft: { reason: 'x' },
};

export function bodyOf(path: string): object {
	return BODIES[path.replace('/api/applications/:id/', '')] ?? {};
}
