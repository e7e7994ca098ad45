import type { Issue } from '../../../kernel/issue.ts';
import type { SheetRow as Row } from '../../../platform/row-sheet.ts';
import type { Office, OfficeDetails, OfficeRegister } from '../model.ts';
import { type Column, kindOf } from '../sheets/columns.ts';
import { detailIssues, placeIssues } from './office.ts';
import { say } from './say.ts';

export type SheetRow = Row<Column['field']>;

/** A row of the sheet as the office it would become. A parent above it in the sheet has a negative id: its row number. */
export interface ImportRow {
	row: number;
	details: OfficeDetails;
	parentName: string;
	issues: Issue[];
}

/** Checks every row against the offices there are and the rows above it, so that all mistakes are told at once. */
export function checkRows(rows: readonly SheetRow[], register: OfficeRegister): ImportRow[] {
	const offices: Office[] = [...register.offices];
	const checked: ImportRow[] = [];
	for (const { row, values } of rows) {
		const parent = parentOf(values.parent, offices);
		const details = detailsOf(values, parent?.id ?? null);
		const issues = [...kindIssues(values.kind), ...(parent ? [] : [parentIssue(values.parent, offices)])];
		const twice = checked.find((other) => other.details.name === details.name || other.details.slug === details.slug);
		if (twice) issues.push(say('import.twice', 'name', twice.row));
		const place = placeIssues(details, null, { offices, oldSlugs: register.oldSlugs });
		// What the sheet says is wrong with the parent or the kind is not said a second time in general words.
		const known = (one: Issue) => one.field === 'parentId' || (one.field === 'kind' && issues.length > 0) || twice;
		issues.push(...detailIssues(details), ...place.filter((one) => !known(one)));
		checked.push({ row, details, parentName: parent?.name ?? values.parent, issues });
		offices.push({ ...details, id: -row, status: 'active', mergedInto: null, revision: 1 });
	}
	return checked;
}

function parentOf(name: string, offices: readonly Office[]): Office | undefined {
	const active = offices.filter((office) => office.status === 'active');
	return active.find((office) => (name === '' ? office.kind === 'county' : office.name === name));
}

function parentIssue(name: string, offices: readonly Office[]): Issue {
	const county = offices.some((office) => office.kind === 'county');
	return county ? say('import.parent', 'parent', name) : say('office.noCounty', 'parent');
}

function kindIssues(text: string): Issue[] {
	return kindOf(text) === null ? [say('office.kind', 'kind')] : [];
}

function detailsOf(values: SheetRow['values'], parentId: number | null): OfficeDetails {
	const { parent: _parent, kind, position, slug, code, email, ...same } = values;
	return {
		...same,
		kind: kindOf(kind) ?? 'department',
		parentId,
		slug: slug.toLowerCase(),
		code: code.toUpperCase(),
		email: email.replace(/^mailto:/, ''),
		position: position === '' ? 0 : Number(position),
	};
}
