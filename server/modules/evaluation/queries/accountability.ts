import type { Scope } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { ACCOUNTABILITY_BASES, ACCOUNTABILITY_KINDS } from '../model.ts';
import { viewOf } from '../policy.ts';
import { selectAccountability, selectPaper } from '../store/accountability.ts';

/** The county sees all, an office its own; whoever comes from outside none, whatever office they were entered under. */
function scopeFor(reader: Reader): Scope {
	const view = viewOf(reader.actor);
	if (view.kind === 'all') return view;
	return view.officeId === null ? { kind: 'public' } : { kind: 'office', officeId: view.officeId };
}

/** Records of 责任追究, the newest first, with those struck out. */
export async function accountability(reader: Reader) {
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	return (await selectAccountability(reader, scopeFor(reader))).map((record) => ({
		...record,
		officeName: offices.get(record.officeId) ?? '',
		kindLabel: ACCOUNTABILITY_KINDS[record.kind],
		basisLabel: ACCOUNTABILITY_BASES[record.basis],
	}));
}

/** The paper behind a record. @throws AppError `notFound` */
export async function accountabilityPaper(reader: Reader, id: number) {
	const paper = await selectPaper(reader, scopeFor(reader), id);
	if (!paper) throw new AppError('notFound');
	return paper;
}
