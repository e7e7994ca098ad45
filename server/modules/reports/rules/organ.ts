import { isSameOffice } from 'annual-report';
import type { Office } from '../../offices/index.ts';
import type { ReportCovers } from '../model.ts';

/** Whose report it is: the office keeps the county's, and the county's government gives it (条例第四十九条). */
export function speakerOf(covers: ReportCovers, officeName: string): string {
	return covers === 'county' ? officeName.replace(/(?<=人民政府)办公[室厅]$/, '') : officeName;
}

/** Whether a report that names `organ` is this office's; the county's office answers to its government's name too. */
export function isReportOf(
	{ name, shortName, kind }: Pick<Office, 'name' | 'shortName' | 'kind'>,
	organ: string,
): boolean {
	const names = kind === 'county' ? [name, speakerOf('county', name)] : [name];
	return organ === shortName || names.some((one) => isSameOffice(organ, one));
}
