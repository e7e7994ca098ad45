import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, listOffices } from '../../offices/index.ts';
import { type NormativeEntry, normativeLibrary } from '../../publishing/index.ts';
import type { Evaluation } from '../model.ts';
import { canOnNormative } from '../policy.ts';
import { evaluationOf, isExpiring } from '../rules/term.ts';
import { selectEvaluations } from '../store/evaluations.ts';

/** A document in force that ends within the months the county has set. */
export interface ExpiringDocument {
	id: number;
	officeId: number;
	officeName: string;
	title: string;
	documentNumber: string;
	formedOn: string;
	expiresOn: string;
	daysLeft: number;
	/** The evaluation of this term; null while there is none. */
	evaluation: Evaluation | null;
	/** Whoever asks may evaluate it. */
	mayEvaluate: boolean;
}

const A_DAY = 86_400_000;
const daysBetween = (from: string, to: string) =>
	Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / A_DAY);

async function expiringOf(reader: Reader, officeIds?: readonly number[]): Promise<ExpiringDocument[]> {
	const { remindMonths } = (await countySettings(reader)).normative;
	const { entries } = await normativeLibrary(reader, { day: reader.today, officeIds });
	const inForce = (entry: NormativeEntry) => entry.validity === 'valid' || entry.validity === 'revised';
	const ending = entries.filter((entry) => inForce(entry) && isExpiring(entry.expiresOn, reader.today, remindMonths));
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const evaluations = await selectEvaluations(
		reader,
		ending.map(({ documentId }) => documentId),
	);
	return ending
		.map(({ documentId: id, officeId, title, documentNumber, formedOn, expiresOn }) => ({
			...{ id, officeId, title, documentNumber, formedOn, expiresOn: expiresOn ?? '' },
			officeName: offices.get(officeId) ?? '',
			daysLeft: daysBetween(reader.today, expiresOn ?? reader.today),
			mayEvaluate: canOnNormative(reader.actor, officeId)('normative.handle'),
			evaluation: evaluationOf(evaluations.get(id) ?? [], expiresOn),
		}))
		.sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : a.id - b.id));
}

/** 即将到期, of the reader's office or of the county, the nearest first. */
export async function listExpiring(reader: Reader): Promise<ExpiringDocument[]> {
	const scope = scopeOf(reader.actor);
	return await expiringOf(reader, scope.kind === 'office' ? [scope.officeId] : undefined);
}

/** Documents that end soon and were evaluated by nobody, by office: what the county looks after. */
export async function normativeExpiring(reader: Reader): Promise<ExpiringDocument[]> {
	return (await expiringOf(reader)).filter(({ evaluation }) => evaluation === null);
}
