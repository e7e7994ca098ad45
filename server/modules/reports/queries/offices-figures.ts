import { type Comparison, compareReports, labelOf, type Report, unitOf } from 'annual-report';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, type OfficeKind, officeById } from '../../offices/index.ts';
import { asReport } from '../compile/units.ts';
import type { ReportForm } from '../model.ts';
import { middleOf, type OfficeFigures, type Outlier, outliersOf } from '../rules/outliers.ts';
import { pastCells } from '../store/outside.ts';
import { signedCells } from '../store/snapshots.ts';

interface YearFigures {
	officeId: number;
	form: ReportForm;
	cells: Report['cells'];
	reportId: number | null;
}

/** What each office has signed for a year, else what was read of its report. Whole-county reports are no office's own. */
async function figuresOf(reader: Reader, year: number): Promise<YearFigures[]> {
	const signed = (await signedCells(reader, year)).filter(({ covers }) => covers === 'office');
	const here = new Set(signed.map(({ officeId }) => officeId));
	const past = (await pastCells(reader, year)).flatMap(({ form, ...rest }) =>
		here.has(rest.officeId) || form === null || form === 'none'
			? []
			: [{ ...rest, form: form as ReportForm, reportId: null }],
	);
	return [...signed, ...past];
}

/** One figure of all offices. */
export interface ComparedFigures {
	address: string;
	label: string;
	unit: string;
	/** Middle of the figures of each kind of office; null where none has one. */
	middles: Partial<Record<OfficeKind, number>>;
	rows: {
		officeId: number;
		officeName: string;
		kind: OfficeKind;
		value: number | null;
		before: number | null;
		reportId: number | null;
		isOutlier: boolean;
	}[];
}

/** One cell across all offices, in the order of the county's list and without a ranking. County only. */
export async function compareOffices(reader: Reader, year: number, address: string): Promise<ComparedFigures> {
	const { offices, outliers } = await yearOverview(reader, year);
	const rows = offices.map(({ officeId, officeName, kind, figures, before }) => ({
		officeId,
		officeName,
		kind,
		value: figures?.cells[address]?.value ?? null,
		before: before?.cells[address]?.value ?? null,
		reportId: figures?.reportId ?? null,
		isOutlier: outliers.some((one) => one.officeId === officeId && one.address === address),
	}));
	const middles: ComparedFigures['middles'] = {};
	for (const kind of new Set(rows.map((row) => row.kind))) {
		const values = rows.flatMap((row) => (row.kind === kind && row.value !== null ? [row.value] : []));
		if (values.length > 0) middles[kind] = middleOf(values);
	}
	return { address, label: labelOf(address), unit: unitOf(address), middles, rows };
}

export interface NamedOutlier extends Outlier {
	officeName: string;
	label: string;
	unit: string;
	reportId: number | null;
}

/** Figures of a year worth a second look. County only. */
export async function yearOutliers(reader: Reader, year: number): Promise<NamedOutlier[]> {
	const { offices, outliers } = await yearOverview(reader, year);
	return outliers.map((outlier) => {
		const office = offices.find(({ officeId }) => officeId === outlier.officeId);
		const form = office?.figures?.form;
		return {
			...outlier,
			officeName: office?.officeName ?? '',
			label: labelOf(outlier.address, form),
			unit: unitOf(outlier.address, form),
			reportId: office?.figures?.reportId ?? null,
		};
	});
}

async function yearOverview(reader: Reader, year: number) {
	if (scopeOf(reader.actor).kind !== 'all') throw new AppError('notFound');
	const current = await figuresOf(reader, year);
	const previous = await figuresOf(reader, year - 1);
	const offices = (await listOffices(reader))
		.filter(({ kind }) => kind !== 'county')
		.map(({ id, name, kind }) => {
			const figures = current.find((one) => one.officeId === id) ?? null;
			const last = previous.find((one) => one.officeId === id) ?? null;
			const before = last?.form === figures?.form ? last : null;
			return { officeId: id, officeName: name, kind, figures, before };
		});
	const watched = offices.flatMap(({ officeId, kind, figures, before }): OfficeFigures[] =>
		figures ? [{ officeId, kind, form: figures.form, cells: figures.cells, before: before?.cells ?? null }] : [],
	);
	return { offices, outliers: outliersOf(watched) };
}

/** The last years of one office side by side, with what the forms do not let be compared. @throws AppError `notFound` */
export async function officeTrend(reader: Reader, officeId: number, year: number, years = 5): Promise<Comparison> {
	const scope = scopeOf(reader.actor);
	const isOwn = scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === officeId);
	const office = isOwn ? await officeById(reader, officeId) : null;
	if (!office) throw new AppError('notFound');
	const reports: Report[] = [];
	for (let one = year - years + 1; one <= year; one++) {
		const found = [...(await signedCells(reader, one)), ...(await pastCells(reader, one))].find(
			(candidate) => candidate.officeId === officeId,
		);
		if (!found || found.form === null || found.form === 'none') continue;
		reports.push(asReport({ officeName: office.name, form: found.form as ReportForm, cells: found.cells }, one));
	}
	return compareReports(reports);
}
