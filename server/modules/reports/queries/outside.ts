import type { Finding } from 'annual-report';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { findingKey } from '../audit/finding-key.ts';
import { type Acceptance, acceptancesOf } from '../store/acceptances.ts';
import { latestByOrgan, listOutside, type OutsideRecord, outsideById, pastYears } from '../store/outside.ts';

export async function outsideReports(reader: Reader, page: { page: number; pageSize: number }) {
	const { page: n, pageSize } = page;
	return await listOutside(reader, scopeOf(reader.actor), { offset: (n - 1) * pageSize, limit: pageSize });
}

/** Offices × years: the newest reading of each. An office without a report of a year has a gap there. */
export async function outsideMatrix(reader: Reader) {
	const cells = await latestByOrgan(reader, scopeOf(reader.actor));
	const years = [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b);
	const organs = [...new Set(cells.map(({ organ }) => organ))];
	return {
		years,
		rows: organs.map((organ) => ({
			organ,
			cells: years.map((year) => cells.find((cell) => cell.organ === organ && cell.year === year) ?? null),
		})),
	};
}

/** A finding with its key, and why it was taken as it is. */
export interface OutsideFinding extends Finding {
	key: string;
	accepted: Acceptance | null;
}

/** An outside report with everything that was read of it. @throws AppError `notFound` */
export async function outsideReport(
	reader: Reader,
	id: number,
): Promise<
	Omit<OutsideRecord, 'findings'> & { findings: OutsideFinding[]; adoptedFor: { officeId: number; year: number }[] }
> {
	const scope = scopeOf(reader.actor);
	const outside = await outsideById(reader, scope, id);
	if (!outside) throw new AppError('notFound');
	const { officeId, organ, year } = outside;
	const accepted = await acceptancesOf(reader, officeId, { organ: organ ?? '', year });
	const findings = outside.findings.map((finding) => {
		const key = findingKey(finding);
		return { ...finding, key, accepted: accepted.get(key) ?? null };
	});
	return { ...outside, findings, adoptedFor: await pastYears(reader, scope, id) };
}
