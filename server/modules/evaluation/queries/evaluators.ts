import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, peopleWithPermission, personNames } from '../../offices/index.ts';

/** People who may be asked to evaluate: those who hold the role today, wherever; the county's own people need no asking. */
export async function evaluatorChoices(reader: Reader): Promise<{ value: number; label: string }[]> {
	const found = new Set<number>();
	for (const { id } of await listOffices(reader)) {
		const managers = await peopleWithPermission(reader, id, 'evaluation.manage');
		for (const person of await peopleWithPermission(reader, id, 'evaluation.score')) {
			if (!managers.includes(person)) found.add(person);
		}
	}
	const names = await personNames(reader, [...found]);
	return [...found].map((value) => ({ value, label: names.get(value) ?? '' }));
}
