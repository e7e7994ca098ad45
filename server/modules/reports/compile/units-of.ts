import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import type { ReportForm } from '../model.ts';
import { jointsOf } from '../store/contents.ts';
import { pastCells } from '../store/outside.ts';
import { type SignedFigures, signedCells } from '../store/snapshots.ts';
import type { UnitReport, Units } from './units.ts';

/** Counts what an office signed anew, for a trial. */
export type Recount = (signed: SignedFigures) => Promise<SignedFigures>;

/**
 * The offices of the county that report for a year: what each has signed here, else the outside report named as its own.
 * The office that speaks for the county is none of them. Read for the county alone.
 */
export async function unitsOf(
	reader: Reader,
	{ id, officeId, year, form }: { id: number | null; officeId: number; year: number; form: ReportForm },
	recount: Recount = async (signed) => signed,
): Promise<Units> {
	const offices = (await listOffices(reader)).filter((office) => office.id !== officeId && office.kind !== 'county');
	const signed = await signedCells(reader, year);
	const past = await pastCells(reader, year);
	const reports: UnitReport[] = [];
	const missing: string[] = [];
	const leftOut: { officeName: string; reason: string }[] = [];
	for (const { id: unitId, name } of offices) {
		const signedHere = signed.find((one) => one.officeId === unitId);
		const here = signedHere && (await recount(signedHere));
		const read = past.find((one) => one.officeId === unitId);
		const found = here ?? read;
		if (!found) missing.push(name);
		else if (found.form !== form) leftOut.push({ officeName: name, reason: messages.otherForm(found.form ?? '') });
		else {
			const { reportId = null, told = null } = here ?? {};
			reports.push({ officeId: unitId, officeName: name, form, cells: found.cells, reportId, told });
		}
	}
	return { reports, missing, leftOut, joints: id === null ? [] : await jointsOf(reader, id) };
}
