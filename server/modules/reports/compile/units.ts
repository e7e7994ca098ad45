import { type Finding, type Report, reconcile, sumReports } from 'annual-report';
import type { CellMakeUp, ReportCell, ReportForm, Told, UnitFigure } from '../model.ts';
import type { Joint } from '../store/contents.ts';

/** The signed report of an office, or the outside one somebody named as it. */
export interface UnitReport {
	officeId: number;
	officeName: string;
	form: ReportForm;
	cells: Report['cells'];
	/** Its report in this house; null where it was read from a file. */
	reportId: number | null;
	/** What it counts beyond the tables; null where that was not signed here. */
	told: Told | null;
}

/** The offices behind a report for the whole county. */
export interface Units {
	reports: readonly UnitReport[];
	/** Offices that have to report and of which nothing signed is here. */
	missing: readonly string[];
	/** Reports that cannot be added, with why not. */
	leftOut: readonly { officeName: string; reason: string }[];
	joints: readonly Joint[];
}

/** What each office brings into a cell, 联合办理 named apart. */
export function unitFigures({ reports, joints }: Units, address: string): UnitFigure[] {
	return reports.map(({ officeId, cells }) => ({
		officeId,
		value: cells[address]?.value ?? null,
		joint: joints.find((one) => one.officeId === officeId && one.address === address)?.count ?? 0,
	}));
}

/** Own figure and offices together. An unknown own figure is no zero; an office without a figure is told as a finding. */
export function wholeOf({ own, units }: CellMakeUp): number | null {
	return own === null ? null : tidy(units.reduce((sum, { value, joint }) => sum + (value ?? 0) - joint, own));
}

/** A sum of the form, office by office. */
export function sumMakeUps(parts: readonly (CellMakeUp | undefined)[]): CellMakeUp {
	const known = parts.filter((part) => part !== undefined);
	const owns = known.map(({ own }) => own);
	const units = (known[0]?.units ?? []).map(({ officeId }, i): UnitFigure => {
		const own = known.map((part) => part.units[i]);
		const values = own.map((figure) => figure?.value ?? null);
		return {
			officeId,
			value: values.every((value) => value === null) ? null : tidy(values.reduce<number>((a, b) => a + (b ?? 0), 0)),
			joint: own.reduce((sum, figure) => sum + (figure?.joint ?? 0), 0),
		};
	});
	return { own: owns.includes(null) ? null : tidy(owns.reduce<number>((a, b) => a + (b ?? 0), 0)), units };
}

/** What the registers of the county and its offices' reports give without a hand; null where that is not known. */
export function countedWhole(cell: ReportCell): number | null {
	return cell.madeUpOf ? wholeOf({ own: cell.computed, units: cell.madeUpOf.units }) : cell.computed;
}

/** Offices missing (U-COV), cells some office left open (U-OPEN), 联合办理 taken off (U-DUP), reports left out. */
export function unitFindings(units: Units, year: number): Finding[] {
	const names = units.reports.map(({ officeName }) => officeName);
	const joint = units.joints.map(({ officeId, address, count, note }) => ({
		organ: units.reports.find((unit) => unit.officeId === officeId)?.officeName ?? '',
		cells: { [address]: count },
		note,
	}));
	const sum = sumReports(
		units.reports.map((unit) => asReport(unit, year)),
		{ year, joint, expected: [...names, ...units.missing, ...units.leftOut.map(({ officeName }) => officeName)] },
	);
	return reconcile(sum);
}

/** An office's figures as the library takes them. */
export function asReport(
	{ officeName, form, cells }: Pick<UnitReport, 'officeName' | 'form' | 'cells'>,
	year: number,
): Report {
	return {
		file: officeName,
		title: `${officeName}${year}年政府信息公开工作年度报告`,
		organ: officeName,
		year,
		form,
		period: [`${year}-01-01`, `${year}-12-31`],
		signedOn: null,
		cells,
		sections: [],
		claims: [],
		warnings: [],
		lines: [],
	};
}

/** Money has six decimals at most; binary fractions bring more. */
function tidy(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}
