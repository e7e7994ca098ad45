import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';

export interface PersonRow {
	office: string;
	name: string;
	position: string;
	attended: string;
}

export interface JudgedPerson {
	row: number;
	officeId: number;
	name: string;
	position: string;
	attended: boolean;
	issues: Issue[];
}

const CAME: ReadonlyMap<string, boolean> = new Map([
	['是', true],
	['到', true],
	['否', false],
	['未到', false],
]);

/** Rows of a list from the door, each with what is wrong; `offices` are those asked to come, by full and short name. */
export function judgePeople(
	rows: readonly { row: number; values: PersonRow }[],
	offices: ReadonlyMap<string, number>,
): JudgedPerson[] {
	const seen = new Set<string>();
	return rows.map(({ row, values }) => {
		const officeId = offices.get(values.office);
		const came = CAME.get(values.attended);
		const { length } = [...values.name];
		const key = `${officeId} ${values.name} ${values.position}`;
		const isTwice = seen.has(key);
		seen.add(key);
		return {
			...{ row, officeId: officeId ?? 0, name: values.name, position: values.position, attended: came ?? false },
			issues: collectIssues(
				officeId === undefined && issue('person.office', messages.unknownOffice(values.office), 'office'),
				(length < 2 || length > 30) && issue('person.name', messages.personName, 'name'),
				came === undefined && issue('person.came', messages.came, 'attended'),
				isTwice && issue('person.same', messages.samePerson(values.name), 'name'),
			),
		};
	});
}

/** Somebody as a list names them. */
type Named = Pick<JudgedPerson, 'officeId' | 'name' | 'position'>;

/**
 * Whom of those on the list already each row means, by place; undefined for somebody new. The position decides; a row without
 * its like means the only one of that name, unless another row means them: nobody is ticked for two.
 */
export function placedRows<K extends Named>(rows: readonly Named[], known: readonly K[]): (K | undefined)[] {
	const same = (person: K, row: Named) => person.officeId === row.officeId && person.name === row.name.trim();
	const exact = rows.map((row) => known.find((person) => same(person, row) && person.position === row.position.trim()));
	const taken = new Set(exact);
	return rows.map((row, at) => {
		if (exact[at]) return exact[at];
		const [only, ...others] = known.filter((person) => same(person, row));
		if (only === undefined || others.length > 0 || taken.has(only)) return undefined;
		taken.add(only);
		return only;
	});
}
